// Keeps the store up with the document. Changes gathered here become one segment file, which is
// flushed at once when no flush is under way, else when that one ends; "saved" is said only after
// the flush of everything has been confirmed. What a flush could not store is written again with
// the next one: nothing is ever dropped.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/events.hpp"
#include "app/ports.hpp"
#include "app/state.hpp"
#include "io/envelope.hpp"
#include "replica/change.hpp"

namespace atlas::app {

class Autosave {
 public:
  explicit Autosave(Ports ports) : ports_(ports) {}

  // The store is ready. Not persistent: files are written for this session and never flushed.
  void begin(bool persistent, std::string why_not);
  // Changes added from now on belong to this workspace; what was gathered for the one before is
  // sealed into its segment first.
  void use_folder(std::string folder, WorkspaceId workspace);

  // Changes, and chunks of a newer version, that the store lacks.
  void add(std::span<const Change* const> changes, std::span<const io::ForeignChunk> foreign = {});
  // What was gathered is in a file that was written since.
  void drop_gathered();
  // Files of their own, at once in the store and durable with the next flush.
  void write(const std::string& path, std::string bytes);
  void remove(const std::string& path);

  // What was gathered becomes a segment in the store now, to be flushed later.
  void seal_now() { seal(); }

  // Starts a flush where one is wanted and possible. Call at the end of each update.
  void pump();
  void flushed(const FlushDone& done);
  // What was stored is gone: it is not called saved until a flush has stored it again.
  void lost(std::string why);

  [[nodiscard]] SaveState save_state() const;
  // One plain sentence in kMemoryOnly, else empty.
  [[nodiscard]] const std::string& problem() const { return problem_; }
  // Wall clock of the last confirmed flush; nullopt before the first.
  [[nodiscard]] std::optional<std::int64_t> saved_at_ms() const { return saved_at_ms_; }
  // Names of the segments written for the current folder since the last call.
  [[nodiscard]] std::vector<std::string> take_new_segments();
  // Until `pump` wants to try a failed flush again; negative: not.
  [[nodiscard]] double retry_in_ms() const;

 private:
  // By path; nullopt is a removal.
  using Batch = std::map<std::string, std::optional<std::string>>;

  void seal();
  void send(const Batch& batch);
  void fail(std::string why);

  Ports ports_;
  bool ready_ = false;
  bool persistent_ = true;
  std::string folder_;
  WorkspaceId workspace_;
  std::vector<Change> gathered_;
  std::vector<io::ForeignChunk> gathered_foreign_;
  Batch queued_;     // in the store, to be flushed
  Batch in_flight_;  // in the flush under way
  std::vector<std::string> new_segments_;
  bool lost_ = false;  // the next flush has to happen, whatever is queued
  std::optional<std::uint64_t> ticket_;
  bool failing_ = false;    // the last flush failed
  bool retry_now_ = false;  // an edit came since
  std::int64_t retry_at_ms_ = 0;
  std::int64_t retry_delay_ms_ = 0;
  std::string problem_;
  std::optional<std::int64_t> saved_at_ms_;
};

}  // namespace atlas::app
