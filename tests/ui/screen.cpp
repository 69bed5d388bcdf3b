#include "ui/screen.hpp"

#include <doctest/doctest.h>

#include "imgui.h"
#include "semantics/text_dump.hpp"
#include "semantics/tree.hpp"

namespace atlas::test {
namespace {

constexpr int kMostFrames = 400;

}  // namespace

void take_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantCreate ||
        texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

ui::Bitmap BoxRasteriser::rasterise(const std::string& run, float size_px, bool /*semibold*/,
                                    std::uint32_t ink) {
  ++calls;
  inks.insert(ink);
  int points = 0;
  for (const char c : run) points += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  ui::Bitmap bitmap;
  bitmap.width = static_cast<int>(size_px * 0.5F * static_cast<float>(points)) + 1;
  bitmap.height = static_cast<int>(size_px) + 1;
  bitmap.baseline = size_px * 0.8F;
  bitmap.coloured = coloured;
  bitmap.rgba.assign(static_cast<std::size_t>(bitmap.width) * bitmap.height * 4, '\xFF');
  return bitmap;
}

Screen::Screen(std::string_view built_in, float width, float height)
    : tab(disk, built_in), interface(tab.app, rasteriser) {
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  tab.start();
  interface.push(ui::Resized{width, height, 1});
  tab.app.send(app::ShowScreen{app::Screen::kExplore});
  settle();
}

void Screen::choose_in_menu(std::string_view menu, std::string_view item) {
  click(semantics::Role::kButton, menu);
  click(semantics::Role::kMenuItem, item);
}

int Screen::settle() {
  for (int frames = 1; frames <= kMostFrames; ++frames) {
    last = interface.frame(now_ms);
    take_textures();
    now_ms += 16;
    while (tab.store.finish_flush()) {
    }
    const auto problems = semantics::problems_of(tree());
    CHECK_MESSAGE(problems.empty(), (problems.empty() ? "" : problems.front().text));
    // Waits of more than a moment (toasts, tooltips) are not waited for.
    if ((last.next_frame_ms < 0 || last.next_frame_ms > 100) && !tab.app.pending()) return frames;
  }
  FAIL("the interface never came to rest: next frame in ", last.next_frame_ms, " ms",
       tab.app.pending() ? ", the application has more to do" : "");
  return kMostFrames;
}

void Screen::press_key(std::string key, ui::Modifiers mods) {
  interface.push(ui::KeyPressed{std::move(key), mods});
  settle();
}

void Screen::click_at(float x, float y) {
  interface.push(ui::PointerMoved{x, y});
  interface.push(ui::PointerButton{0, true, x, y});
  interface.push(ui::PointerButton{0, false, x, y});
  settle();
}

void Screen::click(const semantics::Node& target) {
  click_at(target.rect.x + target.rect.width / 2, target.rect.y + target.rect.height / 2);
}

void Screen::click(semantics::Role role, std::string_view name) {
  click(node(role, name));
}

void Screen::activate(semantics::Role role, std::string_view name) {
  interface.push(ui::MirrorAction{node(role, name).id, ui::MirrorVerb::kClick, {}});
  settle();
}

void Screen::type(std::string text, ui::CommitHow how) {
  REQUIRE_MESSAGE(last.text_edit.has_value(), "no text is being edited");
  interface.push(ui::TextCommitted{std::move(text), how});
  settle();
}

const semantics::Node& Screen::node(semantics::Role role, std::string_view name) const {
  const auto found = semantics::find(tree(), role, name);
  REQUIRE_MESSAGE(!found.empty(), "nothing is named “", std::string(name), "” in\n",
                  semantics::dump(tree()));
  return tree().nodes[found.front()];
}

bool Screen::has(semantics::Role role, std::string_view name) const {
  return !semantics::find(tree(), role, name).empty();
}

const semantics::Node& Screen::node_in(semantics::Role outer, std::string_view outer_name,
                                       semantics::Role role, std::string_view name) const {
  const auto parents = semantics::parents_of(tree());
  const auto outers = semantics::find(tree(), outer, outer_name);
  for (const std::uint32_t index : semantics::find(tree(), role, name)) {
    for (std::uint32_t at = index; at != 0; at = parents[at]) {
      if (!outers.empty() && at == outers.front()) return tree().nodes[index];
    }
  }
  FAIL("nothing is named “", std::string(name), "” in “", std::string(outer_name), "” in\n",
       semantics::dump(tree()));
  return tree().nodes.front();
}

const semantics::Node* Screen::focused() const {
  const auto found = semantics::focused(tree());
  return found ? &tree().nodes[*found] : nullptr;
}

}  // namespace atlas::test
