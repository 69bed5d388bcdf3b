// The store as ordinary files of Emscripten's file system below /store. Each workspace folder and
// the device folder is a mount of the type ATLASFS (library_atlasfs.js), which keeps it in an
// IndexedDB of its own. The page has mounted and loaded what is kept before the app starts.
#pragma once

#include "app/ports.hpp"

namespace atlas::web {

class WebStore final : public app::StorePort {
 public:
  [[nodiscard]] std::vector<app::StoredFile> read_folder(std::string_view folder) const override;
  // Only folders that hold a file: one whose making was cut short does not count.
  [[nodiscard]] std::vector<std::string> folders(std::string_view parent) const override;
  void write(std::string_view path, std::string_view bytes) override;
  void remove(std::string_view path) override;
  std::uint64_t flush() override;
  [[nodiscard]] bool owns(std::string_view folder) const override;

  // The content of a file, empty when it is not there.
  [[nodiscard]] std::string read(std::string_view path) const;

 private:
  std::uint64_t tickets_ = 0;
};

}  // namespace atlas::web
