// What the page does for the core: functions of library_host.js, which pass the call on to the
// `host` object that the page gave when it made the module (web/src/host.js). Text is UTF-8 with
// its length; nothing passed in is kept after the call.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// Pixels are from malloc and belong to the caller; null when the browser could not draw.
struct HostBitmap {
  std::int32_t width;
  std::int32_t height;
  float baseline;
  std::int32_t coloured;
  std::uint8_t* pixels;
};

// Mounts the persistent folder `path` ("/store/w/<hex>") if it is not there yet.
void host_mount(const char* path);
// Asks for a flush of all folders; answered through atlas_flush_done.
void host_flush(double ticket);
// 1 when this tab may take files out of the folder `path` ("/store/w/<hex>").
std::int32_t host_owns(const char* path);
void host_save_file(const char* name, std::size_t name_length, const char* mime,
                    std::size_t mime_length, const char* bytes, std::size_t length);
void host_request_open();
void host_request_open_folder();
void host_rasterise(const char* run, std::size_t length, float size_px, std::int32_t semibold,
                    std::uint32_t ink, HostBitmap* bitmap);

}  // extern "C"
