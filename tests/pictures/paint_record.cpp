#include "pictures/paint_record.hpp"

namespace atlas::test {

void PaintRecord::clear() {
  texts.clear();
  marks.clear();
  targets.clear();
}

void PaintRecord::text(const ui::PaintedText& text) {
  texts.push_back({text, std::string(text.text)});
  texts.back().painted.text = {};
}

void PaintRecord::mark(const ui::PaintedMark& mark) {
  marks.push_back({mark, std::string(mark.what)});
  marks.back().painted.what = {};
}

}  // namespace atlas::test
