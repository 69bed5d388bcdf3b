// Every function that JavaScript calls: arguments are checked and passed on, nothing else happens
// here. Text comes through the scratch buffer: the page asks for it with its size, writes UTF-8 one
// text after another, and gives the lengths. A call with arguments that do not fit is ignored.
#include <emscripten/em_macros.h>
#include <fonts.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/web/page.hpp"

namespace {

using atlas::web::Page;
namespace app = atlas::app;
namespace ui = atlas::ui;

// The module is the page's one instance, and C functions have no other place for it.
struct Instance {
  std::unique_ptr<Page> page;
  std::vector<std::uint8_t> scratch;
  std::span<const std::uint8_t> report;
  std::vector<std::uint8_t> tree;
  std::string copied;
};
Instance instance;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

// The next `length` bytes of the scratch buffer from `offset`; nothing when they are not all there.
std::optional<std::string> text_at(int offset, int length) {
  const auto size = static_cast<int>(instance.scratch.size());
  if (offset < 0 || length < 0 || offset > size || length > size - offset) return std::nullopt;
  return std::string(reinterpret_cast<const char*>(instance.scratch.data()) + offset,
                     static_cast<std::size_t>(length));
}

template <typename Enum>
std::optional<Enum> enum_of(int number, Enum last) {
  if (number < 0 || number > static_cast<int>(last)) return std::nullopt;
  return static_cast<Enum>(number);
}

// 1 shift, 2 ctrl or command, 4 alt.
ui::Modifiers modifiers(int bits) {
  return {.shift = (bits & 1) != 0, .ctrl = (bits & 2) != 0, .alt = (bits & 4) != 0};
}

std::uint64_t joined(std::uint32_t low, std::uint32_t high) {
  return (static_cast<std::uint64_t>(high) << 32U) | low;
}

// Nothing for what is not a number of bytes.
std::optional<std::uint64_t> byte_count(double bytes) {
  if (!(bytes >= 0 && bytes < 9e15)) return std::nullopt;
  return static_cast<std::uint64_t>(bytes);
}

void push(ui::Input input) {
  if (instance.page) instance.page->interface().push(std::move(input));
}

void tell(app::Event event) {
  if (instance.page) instance.page->app().tell(std::move(event));
}

std::vector<app::StoredFile> stored_files(const std::string& paths) {
  std::vector<app::StoredFile> files;
  for (std::size_t start = 0; start < paths.size();) {
    const std::size_t end = std::min(paths.find('\n', start), paths.size());
    std::string path = paths.substr(start, end - start);
    std::string bytes = instance.page->store().read(path);
    files.push_back({std::move(path), std::move(bytes)});
    start = end + 1;
  }
  return files;
}

}  // namespace

extern "C" {

// Starts the app. Returns 1 when it draws with WebGL 2, 0 when it cannot.
EMSCRIPTEN_KEEPALIVE int atlas_start(int try_webgl) {
  if (!instance.page) instance.page = std::make_unique<Page>(try_webgl != 0);
  return instance.page->canvas().has_webgl() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE std::uint8_t* atlas_scratch(int size) {
  instance.scratch.resize(static_cast<std::size_t>(std::max(size, 0)));
  return instance.scratch.data();
}

// Frames.

EMSCRIPTEN_KEEPALIVE void atlas_work_ahead(double now_ms) {
  if (instance.page) instance.page->work_ahead(now_ms);
}

EMSCRIPTEN_KEEPALIVE const std::uint8_t* atlas_frame(double now_ms) {
  if (!instance.page) return nullptr;
  instance.report = instance.page->frame(now_ms);
  return instance.report.data();
}

EMSCRIPTEN_KEEPALIVE int atlas_report_size() {
  return static_cast<int>(instance.report.size());
}

// The whole semantic tree, for tests that do without the mirror.
EMSCRIPTEN_KEEPALIVE const std::uint8_t* atlas_tree() {
  if (instance.page) instance.tree = instance.page->tree();
  return instance.tree.data();
}

EMSCRIPTEN_KEEPALIVE int atlas_tree_size() {
  return static_cast<int>(instance.tree.size());
}

EMSCRIPTEN_KEEPALIVE void atlas_canvas_lost() {
  if (instance.page) instance.page->canvas().lost();
}

EMSCRIPTEN_KEEPALIVE void atlas_canvas_restored() {
  if (instance.page) instance.page->canvas().restored();
}

// The built-in fonts, so that HTML text looks like painted text: 0 regular, 1 semibold.
EMSCRIPTEN_KEEPALIVE const std::uint8_t* atlas_font(int which) {
  return (which == 1 ? atlas::fonts::inter_semibold() : atlas::fonts::inter_regular()).data();
}

EMSCRIPTEN_KEEPALIVE int atlas_font_size(int which) {
  const auto font = which == 1 ? atlas::fonts::inter_semibold() : atlas::fonts::inter_regular();
  return static_cast<int>(font.size());
}

// Facts.

EMSCRIPTEN_KEEPALIVE void atlas_store_ready(std::uint32_t replica_low, std::uint32_t replica_high,
                                            int persistent, int why_length) {
  const auto why = text_at(0, why_length);
  const std::uint64_t replica = joined(replica_low, replica_high);
  if (why && replica != 0) tell(app::StoreReady{{replica}, persistent != 0, *why});
}

EMSCRIPTEN_KEEPALIVE void atlas_flush_done(double ticket, int ok, int why_length) {
  const auto why = text_at(0, why_length);
  if (why && ticket >= 0) tell(app::FlushDone{static_cast<std::uint64_t>(ticket), ok != 0, *why});
}

// Paths below /store, one a line; their files are in the file system already.
EMSCRIPTEN_KEEPALIVE void atlas_files_arrived(int length) {
  const auto paths = text_at(0, length);
  if (paths && instance.page) tell(app::FilesArrived{stored_files(*paths)});
}

EMSCRIPTEN_KEEPALIVE void atlas_store_lost() {
  tell(app::StoreLost{});
}

// `persistence`: a number of app::Persistence. Bytes below zero: the browser does not say.
EMSCRIPTEN_KEEPALIVE void atlas_storage_measured(int persistence, double used, double quota) {
  const auto known = enum_of(persistence, app::Persistence::kGranted);
  if (known) tell(app::StorageMeasured{{*known, byte_count(used), byte_count(quota)}});
}

EMSCRIPTEN_KEEPALIVE void atlas_file_opened(int name_length, int length) {
  const auto name = text_at(0, name_length);
  const auto bytes = text_at(name_length, length);
  if (name && bytes) tell(app::FileOpened{*name, *bytes});
}

EMSCRIPTEN_KEEPALIVE void atlas_file_saved(int name_length) {
  const auto name = text_at(0, name_length);
  if (name) tell(app::FileSaved{*name});
}

EMSCRIPTEN_KEEPALIVE void atlas_network_changed(int offline_ready, int update_waiting) {
  tell(app::NetworkChanged{offline_ready != 0, update_waiting != 0});
}

EMSCRIPTEN_KEEPALIVE void atlas_preferences_changed(int dark, int more_contrast, int reduced_motion,
                                                    int coarse_pointer) {
  tell(app::PreferencesChanged{
      {dark != 0, more_contrast != 0, reduced_motion != 0, coarse_pointer != 0}});
}

// Where the page's address wants to begin: a number of app::Screen.
EMSCRIPTEN_KEEPALIVE void atlas_show_screen(int number) {
  const auto screen = enum_of(number, app::Screen::kGallery);
  if (screen && instance.page) instance.page->app().send(app::ShowScreen{*screen});
}

// Input.

// `pointer`: a small number for each finger. `ms`: of the event, on the clock of the frames.
EMSCRIPTEN_KEEPALIVE void atlas_pointer_moved(float x, float y, int kind, int pointer, double ms) {
  const auto known = enum_of(kind, ui::PointerKind::kPen);
  if (known && pointer >= 0) push(ui::PointerMoved{x, y, *known, pointer, ms});
}

EMSCRIPTEN_KEEPALIVE void atlas_pointer_left() {
  push(ui::PointerLeft{});
}

EMSCRIPTEN_KEEPALIVE void atlas_pointer_button(int button, int down, float x, float y, int kind,
                                               int mods, int pointer, double ms) {
  const auto known = enum_of(kind, ui::PointerKind::kPen);
  if (!known || button < 0 || button > 2 || pointer < 0) return;
  push(ui::PointerButton{button, down != 0, x, y, *known, modifiers(mods), pointer, ms});
}

EMSCRIPTEN_KEEPALIVE void atlas_pointer_cancelled(int pointer) {
  if (pointer >= 0) push(ui::PointerCancelled{pointer});
}

EMSCRIPTEN_KEEPALIVE void atlas_wheel(float dx, float dy, float x, float y, int mods, int precise) {
  push(ui::Wheel{dx, dy, x, y, modifiers(mods), precise != 0});
}

EMSCRIPTEN_KEEPALIVE int atlas_wants_key(int length, int mods, int repeat) {
  const auto key = text_at(0, length);
  if (!key || !instance.page) return 0;
  return instance.page->interface().wants_key({*key, modifiers(mods), repeat != 0}) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void atlas_key(int length, int mods, int repeat) {
  const auto key = text_at(0, length);
  if (key) push(ui::KeyPressed{*key, modifiers(mods), repeat != 0});
}

EMSCRIPTEN_KEEPALIVE void atlas_mirror_action(std::uint32_t node_low, std::uint32_t node_high,
                                              int verb, int length) {
  const auto value = text_at(0, length);
  const auto known = enum_of(verb, ui::MirrorVerb::kMenu);
  if (value && known) push(ui::MirrorAction{{joined(node_low, node_high)}, *known, *value});
}

EMSCRIPTEN_KEEPALIVE void atlas_text_edited(int length) {
  const auto text = text_at(0, length);
  if (text) push(ui::TextEdited{*text});
}

EMSCRIPTEN_KEEPALIVE void atlas_text_committed(int length, int how) {
  const auto text = text_at(0, length);
  const auto known = enum_of(how, ui::CommitHow::kBlur);
  if (text && known) push(ui::TextCommitted{*text, *known});
}

EMSCRIPTEN_KEEPALIVE void atlas_text_cancelled() {
  push(ui::TextCancelled{});
}

// What copying gives now; its size is 0 when that is nothing.
EMSCRIPTEN_KEEPALIVE const char* atlas_copied() {
  instance.copied = instance.page ? instance.page->interface().text_to_copy() : std::string();
  return instance.copied.data();
}

EMSCRIPTEN_KEEPALIVE int atlas_copied_size() {
  return static_cast<int>(instance.copied.size());
}

EMSCRIPTEN_KEEPALIVE void atlas_cut() {
  push(ui::CutRequested{});
}

EMSCRIPTEN_KEEPALIVE void atlas_pasted(int length) {
  const auto text = text_at(0, length);
  if (text) push(ui::TextPasted{*text});
}

// By an on-screen keyboard, from below, in CSS pixels.
EMSCRIPTEN_KEEPALIVE void atlas_covered(float height) {
  if (height >= 0) push(ui::PageCovered{height});
}

EMSCRIPTEN_KEEPALIVE void atlas_resized(float width, float height, float density) {
  if (!(width > 0 && height > 0 && density > 0)) return;
  push(ui::Resized{width, height, density});
  if (instance.page) instance.page->canvas().emptied();
}

EMSCRIPTEN_KEEPALIVE void atlas_focus_changed(int inside) {
  push(ui::DomFocusChanged{inside != 0});
}

}  // extern "C"
