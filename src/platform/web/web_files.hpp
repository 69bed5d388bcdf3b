// Files that a person keeps: downloads, and the browser's own picker.
#pragma once

#include "app/ports.hpp"

namespace atlas::web {

class WebFiles final : public app::FilesPort {
 public:
  void save_file(std::string_view name, std::string_view mime, std::string_view bytes) override;
  void request_open() override;
  void request_open_folder() override;
};

}  // namespace atlas::web
