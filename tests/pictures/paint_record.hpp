// What a frame painted, kept until the next one.
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
  void clear();

  void text(const ui::PaintedText& text) override;
  void mark(const ui::PaintedMark& mark) override;
  void target(const ui::PaintedTarget& target) override { targets.push_back(target); }

  std::vector<Text> texts;
  std::vector<Mark> marks;
  std::vector<ui::PaintedTarget> targets;
};

}  // namespace atlas::test
