// Every screen in the pseudo-language: what a person reads there is in brackets and accented, or it
// is the document's. Anything else has escaped the table of words.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "base/tr.hpp"
#include "io/built_in.hpp"
#include "pictures/paint_record.hpp"
#include "pictures/scenes.hpp"
#include "support/pseudo.hpp"
#include "support/small_workspace.hpp"

namespace atlas::test {
namespace {

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_letter);
}

// The pseudo-language accents every vowel.
bool has_plain_vowel(std::string_view word) {
  return word.find_first_of("AEIOUaeiou") != std::string_view::npos;
}

// Runs of letters; those of other alphabets and accented ones count as letters too, and the signs
// of General Punctuation, except for quotation marks.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    const bool is_quote = point.value >= U'\u2018' && point.value <= U'\u201F';
    const bool in_word = point.length > 1 ? !is_quote : is_letter(text[i]);
    if (in_word) {
      words.back() += text.substr(i, point.length);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
    i += point.length;
  }
  return words;
}

// What people and sources have written.
class Content {
 public:
  void take(const Document& document) {
    for (const TypeSpec* type : schema_types()) {
      for (const RecordId record : document.records_of(type->type)) {
        for (const FieldSpec& field : type->fields) take(document.get(record, field.number));
        for (const FieldSpec& field : common_fields()) take(document.get(record, field.number));
      }
    }
  }
  // What somebody else's changes say of themselves.
  void take_foreign(const Document& document) {
    for (const Change* change : document.changes()) {
      if (change->replica == document.self()) continue;
      take(std::string_view(change->message));
      take(std::string_view(change->author));
    }
  }
  void take(std::string_view text) {
    texts_.emplace(text);
    for (std::string& word : words_of(text)) words_.insert(std::move(word));
  }

  [[nodiscard]] bool has_text(std::string_view text) const { return texts_.contains(text); }
  // Also when the line ends inside the word.
  [[nodiscard]] bool has_word(std::string_view word) const {
    if (words_.contains(word)) return true;
    const std::size_t cut = word.find("…");
    const std::string_view begin = word.substr(0, cut);
    const auto next = words_.lower_bound(begin);
    return cut != std::string_view::npos && next != words_.end() && next->starts_with(begin);
  }

 private:
  void take(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) take(std::string_view(*text));
  }

  std::set<std::string, std::less<>> texts_;
  std::set<std::string, std::less<>> words_;
};

class Reader {
 public:
  Reader() : screen_(built_in_snapshot()) {
    screen_.interface.set_paint_log(&record_);
    prepare(screen_);
    content_.take(SmallWorkspace().document);
    for (const char* typed :
         {"holiday.jpg", "other-workspace.atlas", "group", "next spring", "no such body anywhere",
          "Tester", "from-a-colleague.atlas", "damaged.atlas"}) {
      content_.take(std::string_view(typed));
    }
  }

  void read(const Scene& scene) {
    scene.open(screen_);
    const app::State& state = screen_.tab.state();
    content_.take(state.document);
    content_.take_foreign(state.document);
    if (state.merge && state.merge->merged) {
      content_.take(*state.merge->merged);
      content_.take_foreign(*state.merge->merged);
    }
    for (const semantics::Node& node : screen_.tree().nodes) {
      check_name(scene.name, node.name);
      for (const std::string& text : {node.name, node.value, node.description}) {
        check_words(scene.name, text);
      }
    }
    // On a narrow page lines end inside words.
    if (is_wide_) {
      for (const PaintRecord::Text& text : record_.texts) check_words(scene.name, text.text);
    }
    scene.leave(screen_);
  }

  void fold() {
    is_wide_ = false;
    screen_.interface.push(ui::Resized{390, 844, 1});
    screen_.settle();
  }

  void close() const {
    CHECK(read_ > 1000);
    for (const std::string& escaped : escaped_) MESSAGE(escaped);
    CHECK(escaped_.empty());
  }

 private:
  void check_name(const std::string& scene, const std::string& name) {
    ++read_;
    if (name.starts_with('[') || !has_letters(name) || content_.has_text(name)) return;
    escaped_.insert(scene + ": the name “" + name + "”");
  }
  void check_words(const std::string& scene, const std::string& text) {
    for (const std::string& word : words_of(text)) {
      const bool is_key = word.size() == 1;  // as in Ctrl+O
      if (is_key || !has_plain_vowel(word) || content_.has_word(word)) continue;
      escaped_.insert(scene + ": “" + word + "” in “" + text + "”");
    }
  }

  PaintRecord record_;
  Screen screen_;
  Content content_;
  std::set<std::string> escaped_;
  std::size_t read_ = 0;
  bool is_wide_ = true;
};

Scene shown(std::string name, app::Command show) {
  return {std::move(name),
          [show = std::move(show)](Screen& screen) {
            screen.tab.app.send(show);
            screen.settle();
          },
          [](Screen& screen) {
            screen.tab.app.send(app::CloseDialog{});
            screen.settle();
          }};
}

Scene menu_of(Text button) {
  return {std::string(tr(button)),
          [button](Screen& screen) { screen.activate(semantics::Role::kButton, tr(button)); },
          [](Screen& screen) { screen.press_key("Escape"); }};
}

}  // namespace

TEST_CASE("no text on any screen has escaped the table of words") {
  const PseudoLanguage pseudo;
  Reader reader;
  std::vector<Scene> all = scenes();
  all.push_back(shown("home", app::ShowScreen{app::Screen::kHome}));
  all.push_back(shown("gallery", app::ShowScreen{app::Screen::kGallery}));
  all.push_back(shown("settings", app::ShowDialog{app::Dialog::kSettings}));
  for (const Scene& scene : all) reader.read(scene);
  reader.read(menu_of(Text::kGroupHelp));
  reader.fold();
  for (const Scene& scene : all) reader.read(scene);
  reader.read(menu_of(Text::kRailMore));
  reader.close();
}

}  // namespace atlas::test
