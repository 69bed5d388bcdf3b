// The store of a tab in memory, on a disk that several tabs share. What was not flushed goes with
// the tab: destroying a Store is killing it.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/events.hpp"
#include "app/ports.hpp"

namespace atlas::headless {

class Store;

// What survives. Outlives the stores on it.
class Disk {
 public:
  std::map<std::string, std::string> files;  // by path
  std::size_t flushes = 0;                   // completed

 private:
  friend class Store;
  std::vector<Store*> tabs_;
};

class Store final : public app::StorePort {
 public:
  explicit Store(Disk& disk);
  ~Store() override;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // Where events go. Before that they are lost.
  void connect(std::function<void(app::Event)> tell) { tell_ = std::move(tell); }

  // Ends the oldest flush under way; false when there is none. It fails while the store refuses.
  bool finish_flush();
  // Fails it, whatever the store does otherwise. Its writes are forgotten, as the contract allows.
  bool fail_flush(std::string why_not);
  // All flushes fail from now on, for this reason; empty: they succeed again.
  void refuse(std::string why_not) { refusal_ = std::move(why_not); }
  // Everything on the disk is deleted under all its tabs, which are told.
  static void delete_all(Disk& disk);
  [[nodiscard]] std::size_t flushes_under_way() const { return under_way_.size(); }
  // Whether something was written since the last call of flush.
  [[nodiscard]] bool has_unflushed() const { return !batch_.empty(); }

  [[nodiscard]] std::vector<app::StoredFile> read_folder(std::string_view folder) const override;
  [[nodiscard]] std::vector<std::string> folders(std::string_view parent) const override;
  void write(std::string_view path, std::string_view bytes) override;
  void remove(std::string_view path) override;
  std::uint64_t flush() override;
  // The tab that is open longest.
  [[nodiscard]] bool owns(std::string_view folder) const override;

 private:
  using Batch = std::map<std::string, std::optional<std::string>>;  // nullopt: a removal
  struct Flush {
    std::uint64_t ticket;
    Batch batch;
  };
  void arrive(const Batch& batch);

  Disk& disk_;
  std::map<std::string, std::string> view_;  // what this tab has loaded, written or been told
  Batch batch_;
  std::deque<Flush> under_way_;
  std::uint64_t next_ticket_ = 1;
  std::string refusal_;
  std::function<void(app::Event)> tell_;
};

}  // namespace atlas::headless
