#include "platform/web/web_files.hpp"

#include "platform/web/host.hpp"

namespace atlas::web {

void WebFiles::save_file(std::string_view name, std::string_view mime, std::string_view bytes) {
  host_save_file(name.data(), name.size(), mime.data(), mime.size(), bytes.data(), bytes.size());
}

void WebFiles::request_open() {
  host_request_open();
}

void WebFiles::request_open_folder() {
  host_request_open_folder();
}

}  // namespace atlas::web
