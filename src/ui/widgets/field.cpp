#include "ui/widgets/field.hpp"

#include <algorithm>

#include "base/tr.hpp"
#include "document/transaction.hpp"
#include "icons.hpp"
#include "imgui.h"
#include "ui/widgets/button.hpp"
#include "ui/widgets/date_picker.hpp"
#include "ui/widgets/label.hpp"

namespace atlas::ui {
namespace {

bool is_chosen(FieldKind kind) {
  return kind == FieldKind::kChoice || kind == FieldKind::kFlag || kind == FieldKind::kReference;
}

TextStyle style_of(const FieldSpecification& spec) {
  if (spec.compact) return spec.strong ? Font::kSmallStrong : Font::kSmall;
  return spec.strong ? Font::kStrong : Font::kBody;
}

const Value& value_of(Ui& ui, const FieldSpecification& spec) {
  if (spec.sample != nullptr) return spec.sample->value;
  return ui.state().document.get(spec.record, spec.field->number);
}

std::string shown_value(Ui& ui, const FieldSpecification& spec) {
  return display_text(ui.state().document, *spec.field, value_of(ui, spec));
}

void set_value(Ui& ui, const FieldSpecification& spec, Value value) {
  if (spec.sample == nullptr) {
    ui.send(app::SetField{spec.record, spec.field->number, std::move(value)});
    return;
  }
  *spec.sample = {.value = std::move(value)};
  ui.want_frame();
}

// What a person typed: checked against the schema before it counts.
void set_typed(Ui& ui, const FieldSpecification& spec, std::string text) {
  if (spec.sample == nullptr) {
    ui.send(app::SetFieldTyped{spec.record, spec.field->number, std::move(text)});
    return;
  }
  Result<Value> parsed = parse_typed(*spec.field, text);
  if (parsed.ok()) {
    set_value(ui, spec, std::move(parsed).value());
  } else {
    spec.sample->typed = std::move(text);
    spec.sample->problem = parsed.error().sentence();
    ui.want_frame();
  }
}

std::string empty_hint(const FieldSpec& field) {
  switch (field.kind) {
    case FieldKind::kDate:
      return std::string(tr(Text::kFieldAddDate));
    case FieldKind::kChoice:
    case FieldKind::kFlag:
    case FieldKind::kReference:
      return std::string(tr(Text::kFieldChoose));
    default:
      return std::string(tr(Text::kFieldAdd));
  }
}

std::string hint_of(const FieldSpecification& spec) {
  if (!spec.hint.empty()) return std::string(spec.hint);
  return spec.compact ? std::string("–") : empty_hint(*spec.field);
}

// What was typed and refused, and why.
struct Refused {
  std::string typed;
  std::string why;
};
std::optional<Refused> refused_in(Ui& ui, const FieldSpecification& spec) {
  if (spec.sample != nullptr) {
    if (spec.sample->problem.empty()) return std::nullopt;
    return Refused{spec.sample->typed, spec.sample->problem};
  }
  const auto& error = ui.state().field_error;
  const bool here = error && error->record == spec.record && error->field == spec.field->number;
  return here ? std::optional(Refused{error->typed, error->error.sentence()}) : std::nullopt;
}

// The RAG value to draw; nothing for other fields and while it is not chosen.
std::optional<std::uint32_t> rag_of(Ui& ui, const FieldSpecification& spec) {
  if (spec.field->key != "rag") return std::nullopt;
  const auto* choice = std::get_if<Choice>(&value_of(ui, spec));
  return choice == nullptr ? std::nullopt : std::optional(choice->number);
}

// A spreadsheet ends what it copies with a line break.
std::string_view without_last_break(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

// One of the options by its name, as it was copied elsewhere; for what cannot be typed.
const Value* option_named(const FieldOptions& options, std::string_view text) {
  for (std::size_t i = 0; i < options.options.size(); ++i) {
    if (options.options[i].text == text) return &options.values[i];
  }
  return nullptr;
}

FieldOptions options_for(Ui& ui, const FieldSpecification& spec) {
  return options_of(ui.state().document, spec.record, *spec.field, value_of(ui, spec));
}

void use_clipboard(Ui& ui, const FieldSpecification& spec, const Response& response,
                   std::string_view value) {
  ui.offer_copy(response, value);
  if (spec.read_only) return;
  if (ui.cut_from(response) && !spec.field->required) {
    set_value(ui, spec, Unset{});
  }
  const std::string* pasted = ui.pasted_for(response);
  if (pasted == nullptr) return;
  const std::string text(without_last_break(*pasted));
  if (spec.field->kind == FieldKind::kReference) {
    const FieldOptions options = options_for(ui, spec);
    if (const Value* value_named = option_named(options, text)) {
      set_value(ui, spec, *value_named);
      return;
    }
  }
  set_typed(ui, spec, text);
}

Response chosen_field(Ui& ui, Rect rect, const FieldSpecification& spec, std::string_view name) {
  const std::string value = shown_value(ui, spec);
  const DropdownResult result =
      dropdown(ui, rect,
               {.id = "value",
                .name = name,
                .value = value.empty() ? hint_of(spec) : value,
                .help = tr_word(spec.field->help),
                .quiet = true,
                .muted = value.empty(),
                .enabled = spec.enabled,
                .tab_stop = spec.tab_stop,
                .small = spec.compact,
                .rag = rag_of(ui, spec)},
               [&] {
                 FieldOptions options = options_for(ui, spec);
                 return OptionSet{std::move(options.options), options.current};
               });
  use_clipboard(ui, spec, result.response, value);
  if (result.chosen >= 0) {
    const FieldOptions options = options_for(ui, spec);
    set_value(ui, spec, options.values[static_cast<std::size_t>(result.chosen)]);
  }
  return result.response;
}

void start_edit(Ui& ui, const FieldSpecification& spec, NodeId node, std::string_view name,
                const Rect& rect, std::string typed) {
  const std::optional<Refused> refused = refused_in(ui, spec);
  const bool replace = !typed.empty();
  const FieldKind kind = spec.field->kind;
  TextEdit edit;
  edit.node = node;
  edit.label = std::string(name);
  edit.value = replace ? std::move(typed) : refused ? refused->typed : shown_value(ui, spec);
  const bool no_text =
      edit.value == tr(Text::kValueNotStated) || (!refused && is_gone(value_of(ui, spec)));
  if (!replace && no_text) edit.value.clear();
  edit.rect = rect;
  edit.font_px = style_of(spec).size;
  edit.multiline = kind == FieldKind::kLongText;
  edit.select_all = !replace && (spec.start_editing || !edit.multiline);
  edit.input_mode =
      kind == FieldKind::kMoney || kind == FieldKind::kNumber || kind == FieldKind::kPercent
          ? "decimal"
          : "text";
  edit.hint = std::string(tr_word(spec.field->help));
  if (spec.sample != nullptr) {
    ui.begin_edit({std::move(edit), LocalTarget{}});
  } else {
    ui.begin_edit({std::move(edit), FieldTarget{spec.record, spec.field->number}});
  }
}

// A long text that is edited takes room for some lines, and says below them how to end.
bool edits_long_text(Ui& ui, const FieldSpecification& spec) {
  return spec.field->kind == FieldKind::kLongText &&
         ui.is_editing(field_node(ui, spec.record, *spec.field));
}

const WrappedText& ways_to_end(Ui& ui, float width) {
  return ui.text().wrap(tr(Text::kFieldLongKeys), Font::kSmall, width - 2 * kSpace2);
}

float foot_height(Ui& ui, float width) {
  const auto lines = static_cast<float>(ways_to_end(ui, width).lines.size());
  return lines * TextPainter::line_height(kSmallText) + kSpace2;
}

void long_text_foot(Ui& ui, const Rect& rect) {
  ui.leaf({.id = ui.id("ways to end"),
           .role = Role::kText,
           .name = std::string(tr(Text::kFieldLongKeys)),
           .rect = rect});
  draw_lines(ui, {rect.x + kSpace2, rect.y + kSpace1}, ways_to_end(ui, rect.width), Font::kSmall,
             ui.palette().muted);
}

// A printable key, F2, or a value set through the mirror.
void edit_by_key(Ui& ui, const FieldSpecification& spec, const Response& response,
                 std::string_view name) {
  if (const MirrorAction* mirror = ui.mirror_for(response.id)) {
    if (mirror->verb == MirrorVerb::kSetValue) {
      set_typed(ui, spec, mirror->value);
    }
  }
  const KeyPressed* key = ui.key_for(response);
  if (key == nullptr || key->mods.ctrl || key->mods.alt) return;
  if (key->key == "F2") {
    ui.take_key();
    start_edit(ui, spec, response.id, name, response.rect, {});
  } else if ((key->key == "Delete" || key->key == "Backspace") && !spec.field->required) {
    ui.take_key();
    set_value(ui, spec, Unset{});
  } else if (key->key != " " && !key->key.empty() &&
             (key->key.size() == 1 || static_cast<unsigned char>(key->key[0]) >= 0x80)) {
    const std::string typed = key->key;
    ui.take_key();
    start_edit(ui, spec, response.id, name, response.rect, typed);
  }
}

// Text in the field, or the hint while there is none.
void paint_text(Ui& ui, const Rect& rect, const FieldSpecification& spec, std::string_view value) {
  const Palette& p = ui.palette();
  const TextStyle style = style_of(spec);
  const bool empty = value.empty();
  const std::string hint = spec.read_only ? std::string("–") : hint_of(spec);
  const WrappedText wrapped = ui.text().wrap(empty ? std::string_view(hint) : value, style,
                                             rect.width - 2 * kSpace2, spec.max_lines);
  const float height =
      TextPainter::line_height(style.size) * static_cast<float>(wrapped.lines.size());
  const float top = rect.y + std::max((rect.height - height) / 2, 2.0F);
  const Colour ink = !spec.enabled ? with_alpha(p.muted, 150) : empty ? p.muted : p.ink;
  // A cell of a grid may cut its text: the details have the whole of it.
  draw_lines(ui, {rect.x + kSpace2, top}, wrapped, style, ink,
             spec.compact ? Fit::kMayShorten : Fit::kWhole);
}

// The button at the end of a date, and F4 in it, open a calendar.
void calendar_of(Ui& ui, const Rect& rect, const FieldSpecification& spec, const Response& field) {
  const NodeId owner = ui.id("calendar button");
  const float size = std::min(rect.height, ui.target());
  const Rect place{right_of(rect) - size, rect.y + (rect.height - size) / 2, size, size};
  const bool open = ui.popup_is_open(owner);
  const KeyPressed* key = ui.key_for(field);
  bool opens = key != nullptr && key->key == "F4";
  if (opens) ui.take_key();
  const bool shown = !spec.compact || field.hovered || field.focused || open;
  if (shown) {
    const ButtonSpec button_spec{.id = "calendar button",
                                 .icon = icons::kEvent,
                                 .name = tr(Text::kCalendarChoose),
                                 .look = ButtonLook::kQuiet,
                                 .has_popup = true,
                                 .expanded = open,
                                 .tab_stop = !spec.compact};
    opens = button(ui, place, button_spec) || opens;
  }
  if (opens && open) ui.close_popup();
  if (opens && !open) ui.open_popup(owner);
  const auto* date = std::get_if<Date>(&value_of(ui, spec));
  const std::string_view name = spec.name.empty() ? tr_word(spec.field->label) : spec.name;
  const std::optional<Date> chosen =
      calendar(ui, owner, rect,
               {.name = name,
                .current = date == nullptr ? std::nullopt : std::optional(*date),
                .today = ui.state().today});
  if (chosen) set_value(ui, spec, *chosen);
}

bool opens_calendar(const FieldSpecification& spec) {
  return spec.field->kind == FieldKind::kDate && spec.enabled && !spec.read_only;
}

// The calendar's button has its own place; a cell shows it over its end.
float calendar_width(Ui& ui, float height) {
  return std::min(height, ui.target());
}

Response typed_field(Ui& ui, Rect rect, const FieldSpecification& spec, std::string_view name) {
  const Palette& p = ui.palette();
  const NodeId node = ui.id("value");
  const bool has_calendar = opens_calendar(spec);
  Rect text = rect;
  if (has_calendar) text.width -= calendar_width(ui, rect.height);
  const Interaction how{.enabled = spec.enabled, .tab_stop = spec.tab_stop};
  const Response response = ui.interact(node, text, how);
  if (const std::string* ended = ui.ended_text(node); ended != nullptr && spec.sample != nullptr) {
    set_typed(ui, spec, *ended);
  }
  const std::optional<Refused> refused = refused_in(ui, spec);
  const std::string value = refused ? refused->typed : shown_value(ui, spec);
  std::uint32_t states = ui.states(response, how);
  if (spec.field->kind == FieldKind::kLongText) states |= semantics::kMultiline;
  if (refused) states |= semantics::kInvalid;
  if (spec.read_only) states |= semantics::kReadOnly;
  ui.leaf({.id = node,
           .role = Role::kTextbox,
           .name = std::string(name),
           .value = value,
           .description = refused ? refused->why : std::string(tr_word(spec.field->help)),
           .states = states,
           .rect = text});
  const bool editable = spec.enabled && !spec.read_only;
  if (editable && response.hovered) {
    ui.set_cursor(Cursor::kText);
    fill(rect, p.sunken, kRadius);
    control_edge(ui, rect, p.control_edge);
  }
  if (refused) control_edge(ui, rect, p.rag[3], kRadius, 2);
  if (ui.is_editing(node)) {
    const float foot = spec.field->kind == FieldKind::kLongText ? foot_height(ui, rect.width) : 0;
    const Rect box{rect.x, rect.y, rect.width, rect.height - foot};
    ui.place_edit(box, foot);
    if (foot > 0) long_text_foot(ui, {box.x, bottom_of(box), box.width, foot});
  } else {
    paint_text(ui, text, spec, value);
    if (editable && (response.activated || spec.start_editing))
      start_edit(ui, spec, node, name, rect, {});
    if (editable) edit_by_key(ui, spec, response, name);
    use_clipboard(ui, spec, response, value);
  }
  if (has_calendar) calendar_of(ui, rect, spec, response);
  ui.ring(response, -1);
  return response;
}

// What was cannot be changed.
bool is_read_only(Ui& ui, const FieldSpecification& spec) {
  return spec.read_only || (ui.state().looking_back && spec.sample == nullptr);
}

}  // namespace

NodeId field_node(Ui& ui, RecordId record, const FieldSpec& field) {
  const Ui::Scope record_scope(ui, record);
  const Ui::Scope field_scope(ui, field.key);
  return ui.id("value");
}

float field_height(Ui& ui, const FieldSpecification& spec, float width) {
  // What cannot be changed is drawn as text, of as many lines as it has.
  if (is_chosen(spec.field->kind) && !is_read_only(ui, spec)) return ui.target();
  const float room = opens_calendar(spec) ? width - calendar_width(ui, ui.target()) : width;
  const WrappedText& wrapped =
      ui.text().wrap(shown_value(ui, spec), style_of(spec), room - 2 * kSpace2, spec.max_lines);
  constexpr std::size_t kEditedLines = 6;
  const bool edited = edits_long_text(ui, spec);
  const auto lines = std::max<std::size_t>(wrapped.lines.size(), edited ? kEditedLines : 1);
  const float text =
      static_cast<float>(lines) * TextPainter::line_height(style_of(spec).size) + kSpace2;
  return std::max(ui.target(), text) + (edited ? foot_height(ui, width) : 0);
}

Response field(Ui& ui, Rect rect, const FieldSpecification& asked) {
  FieldSpecification spec = asked;
  spec.read_only = is_read_only(ui, spec);
  const Ui::Scope record_scope(ui, spec.record);
  const Ui::Scope field_scope(ui, spec.field->key);
  const std::string_view name = spec.name.empty() ? tr_word(spec.field->label) : spec.name;
  return is_chosen(spec.field->kind) && !spec.read_only ? chosen_field(ui, rect, spec, name)
                                                        : typed_field(ui, rect, spec, name);
}

}  // namespace atlas::ui
