// Files that a person keeps, in memory: what was saved is remembered, what is opened comes from the
// test.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/events.hpp"
#include "app/ports.hpp"

namespace atlas::headless {

struct SavedFile {
  std::string name;
  std::string mime;
  std::string bytes;
};

class Files final : public app::FilesPort {
 public:
  void connect(std::function<void(app::Event)> tell) { tell_ = std::move(tell); }

  // The person picks this file.
  void open(std::string name, std::string bytes);
  // Whether a save ends well by itself; else the person never finishes it.
  void set_saves_end(bool end) { saves_end_ = end; }
  [[nodiscard]] const std::vector<SavedFile>& saved() const { return saved_; }
  [[nodiscard]] int open_requests() const { return open_requests_; }
  [[nodiscard]] int folder_requests() const { return folder_requests_; }

  void save_file(std::string_view name, std::string_view mime, std::string_view bytes) override;
  void request_open() override { ++open_requests_; }
  void request_open_folder() override { ++folder_requests_; }

 private:
  std::vector<SavedFile> saved_;
  int open_requests_ = 0;
  int folder_requests_ = 0;
  bool saves_end_ = true;
  std::function<void(app::Event)> tell_;
};

}  // namespace atlas::headless
