#include "ui/gallery/places.hpp"

#include <algorithm>

#include "ui/gallery/section.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/menu.hpp"
#include "ui/widgets/scroll_area.hpp"
#include "ui/widgets/splitter.hpp"

namespace atlas::ui::gallery {
namespace {

constexpr float kHeight = 120;

void scroll(Column& column) {
  Ui& ui = column.ui();
  const Palette& p = ui.palette();
  section(column, Text::kGalleryScroll);
  {
    const Rect view = column.row(kHeight);
    fill(view, p.surface, kRadius);
    stroke(view, p.hairline, kRadius);
    ScrollArea area(ui, "lines", inset(view, 1));
    float y = area.origin().y + kSpace1;
    for (int i = 1; i <= 12; ++i) {
      const Ui::Scope scope(ui, "line " + std::to_string(i));
      y += paragraph(ui, {area.origin().x + kSpace2, y}, area.width() - kSpace3,
                     tr(Text::kGalleryScrollLine, {std::to_string(i)}), Font::kBody, p.ink);
    }
    area.set_content_height(y + kSpace1 - area.origin().y);
  }
  column.skip(kHeight);
}

}  // namespace

void Places::draw(Column& column, std::string& last) {
  context(column, last);
  split(column);
  scroll(column);
  section(column, Text::kGalleryLinks);
  if (column.link(tr(Text::kGalleryLink), tr(Text::kGalleryLinkDetail))) {
    last = tr(Text::kGalleryFollowed, {tr(Text::kGalleryLink)});
  }
}

void Places::context(Column& column, std::string& last) {
  Ui& ui = column.ui();
  const Palette& p = ui.palette();
  section(column, Text::kGalleryContext);
  const WrappedText words =
      ui.text().wrap(tr(Text::kGalleryContextText), Font::kBody, column.width() - 2 * kSpace3, 8);
  const float words_height =
      TextPainter::line_height(kBodyText) * static_cast<float>(words.lines.size());
  const Rect box = column.row(std::max(ui.target() * 2, words_height + 2 * kSpace3));
  const Response response = ui.interact(ui.id("context"), box);
  ui.leaf({.id = response.id,
           .role = Role::kButton,
           .name = std::string(tr(Text::kGalleryContextText)),
           .states = ui.states(response),
           .rect = box});
  fill(box, p.surface, kRadius);
  control_edge(ui, box, p.control_edge);
  draw_lines(ui, {box.x + kSpace3, box.y + (box.height - words_height) / 2}, words, Font::kBody,
             p.ink);
  ui.ring(response, 1);
  open_context_menu(ui, response.id, response);
  const std::vector<MenuItem> items{{.text = std::string(tr(Text::kGalleryMenuRename))},
                                    {.text = std::string(tr(Text::kGalleryMenuCopy))}};
  const int chosen = menu(ui, response.id, box, tr(Text::kGalleryContext), items);
  if (chosen >= 0) last = items[static_cast<std::size_t>(chosen)].text;
  column.skip(box.height);
}

void Places::split(Column& column) {
  Ui& ui = column.ui();
  const Palette& p = ui.palette();
  section(column, Text::kGallerySplit);
  const Rect whole = column.row(kHeight);
  const float most = whole.width - 80;
  const float left = std::clamp(split_.value_or(whole.width * 0.4F), 80.0F, std::max(most, 80.0F));
  fill({whole.x, whole.y, left, whole.height}, p.surface, kRadius);
  fill({whole.x + left, whole.y, whole.width - left, whole.height}, p.sunken, kRadius);
  const auto words = [&](float x, float width, Text text) {
    paragraph(ui, {x + kSpace2, whole.y}, width - kSpace3, tr(text), Font::kBody, p.ink);
  };
  words(whole.x, left, Text::kGallerySplitLeft);
  words(whole.x + left + kSplitter, whole.width - left - kSplitter, Text::kGallerySplitRight);
  const SplitterResult moved =
      splitter(ui, {whole.x + left, whole.y + ui.row(), kSplitter, whole.height - ui.row()},
               {.name = tr(Text::kGallerySplitName),
                .size = left,
                .least = 80,
                .most = most,
                .grows_back = false});
  split_ = moved.size;
  column.skip(kHeight);
}

}  // namespace atlas::ui::gallery
