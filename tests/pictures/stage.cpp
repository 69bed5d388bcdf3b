#include "pictures/stage.hpp"

#include "imgui.h"
#include "ui/widgets/paint.hpp"

namespace atlas::test {
namespace {

constexpr ui::Rect kPage{0, 0, 400, 300};

}  // namespace

Stage::Stage() : text_(rasteriser_), ui_(state_, text_) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.DisplaySize = {kPage.width, kPage.height};
  io.DeltaTime = 0.016F;
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  text_.load_fonts();
  ui_.set_paint_log(&record);
}

Stage::~Stage() {
  take_textures();
  ImGui::DestroyContext();
}

void Stage::frame(const std::function<void(ui::Ui&)>& draw) {
  ui::Ui::FrameInput input;
  input.page = kPage;
  ui_.begin_frame(input);
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({kPage.width, kPage.height});
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  ui_.open({.id = ui_.id("application"),
            .role = ui::Role::kApplication,
            .name = "Stage",
            .rect = kPage});
  ui::fill(kPage, ui::rgb(0xFFFFFF));
  draw(ui_);
  ui_.close();
  ImGui::End();
  tree = ui_.end_frame();
  ImGui::Render();
  take_textures();
}

void Stage::show(const std::function<void(ui::Ui&)>& draw) {
  for (int i = 0; i < 3; ++i) frame(draw);
  paint(*ImGui::GetDrawData(), picture);
}

std::vector<Finding> Stage::findings(float css_scale) const {
  return audit({record, tree, picture, css_scale});
}

}  // namespace atlas::test
