#include "platform/web/canvas.hpp"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include "ui/picture_fingerprint.hpp"

namespace atlas::web {
namespace {

int create_context() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = EM_FALSE;
  attributes.depth = EM_FALSE;
  attributes.stencil = EM_FALSE;
  attributes.antialias = EM_FALSE;
  attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  attributes.enableExtensionsByDefault = EM_FALSE;
  const auto context = emscripten_webgl_create_context("#canvas", &attributes);
  if (context <= 0) return 0;
  return emscripten_webgl_make_context_current(context) == EMSCRIPTEN_RESULT_SUCCESS
             ? static_cast<int>(context)
             : 0;
}

}  // namespace

Canvas::Canvas(bool try_webgl) : context_(try_webgl ? create_context() : 0) {
  if (has_webgl()) {
    ImGui_ImplOpenGL3_Init("#version 300 es");
  } else {
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  }
}

Canvas::~Canvas() {
  if (has_webgl()) {
    ImGui_ImplOpenGL3_Shutdown();
    emscripten_webgl_destroy_context(context_);
    return;
  }
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
}

void Canvas::draw() {
  ImDrawData* picture = ImGui::GetDrawData();
  if (picture == nullptr) return;
  if (!has_webgl() || lost_) {
    draw_nothing();
    return;
  }
  take_textures();
  const std::uint64_t print = ui::picture_fingerprint(*picture);
  if (shown_ == print) return;
  shown_ = print;
  ImGui_ImplOpenGL3_NewFrame();
  const ImVec4 ground = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
  glClearColor(ground.x, ground.y, ground.z, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(picture);
}

void Canvas::take_textures() {
  if (!has_webgl() || lost_) {
    draw_nothing();
    return;
  }
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_OK) continue;
    shown_.reset();  // an atlas is drawn on in place: the picture may change without its vertices
    ImGui_ImplOpenGL3_UpdateTexture(texture);
  }
}

void Canvas::draw_nothing() {
  if (has_webgl()) return;
  constexpr ImTextureID kAnyTexture = 1;
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID(kAnyTexture);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

void Canvas::lost() {
  lost_ = true;
  shown_.reset();
}

void Canvas::restored() {
  if (!has_webgl() || !lost_) return;
  lost_ = false;
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplOpenGL3_Init("#version 300 es");
  // What the old context held is gone, also where the backend left it to another owner.
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    const bool wanted = texture->Pixels != nullptr && !texture->WantDestroyNextFrame;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(wanted ? ImTextureStatus_WantCreate : ImTextureStatus_Destroyed);
  }
}

}  // namespace atlas::web
