#include "pictures/paint_record.hpp"

#include "imgui.h"

namespace atlas::test {

void PaintRecord::start_afresh() {
  if (frame_ == ImGui::GetFrameCount()) return;
  frame_ = ImGui::GetFrameCount();
  texts.clear();
  marks.clear();
  targets.clear();
}

void PaintRecord::text(const ui::PaintedText& text) {
  start_afresh();
  texts.push_back({text, std::string(text.text)});
  texts.back().painted.text = {};
}

void PaintRecord::mark(const ui::PaintedMark& mark) {
  start_afresh();
  marks.push_back({mark, std::string(mark.what)});
  marks.back().painted.what = {};
}

void PaintRecord::target(const ui::PaintedTarget& target) {
  start_afresh();
  targets.push_back(target);
}

}  // namespace atlas::test
