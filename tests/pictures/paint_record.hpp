// What a frame painted, kept until the next one begins.
#pragma once

#include <string>
#include <vector>

#include "ui/paint_log.hpp"

namespace atlas::test {

class PaintRecord final : public ui::PaintLog {
 public:
  struct Text {
    ui::PaintedText painted;
    std::string text;
  };
  struct Mark {
    ui::PaintedMark painted;
    std::string what;
  };
  void text(const ui::PaintedText& text) override;
  void mark(const ui::PaintedMark& mark) override;
  void target(const ui::PaintedTarget& target) override;

  std::vector<Text> texts;
  std::vector<Mark> marks;
  std::vector<ui::PaintedTarget> targets;

 private:
  void start_afresh();

  int frame_ = -1;  // of ImGui
};

}  // namespace atlas::test
