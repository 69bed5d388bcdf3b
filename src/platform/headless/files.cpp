#include "platform/headless/files.hpp"

#include <utility>

namespace atlas::headless {

void Files::open(std::string name, std::string bytes) {
  if (tell_) tell_(app::FileOpened{std::move(name), std::move(bytes)});
}

void Files::save_file(std::string_view name, std::string_view mime, std::string_view bytes) {
  saved_.push_back({std::string(name), std::string(mime), std::string(bytes)});
  if (saves_end_ && tell_) tell_(app::FileSaved{std::string(name)});
}

}  // namespace atlas::headless
