// The Explore screen: a model's hierarchy on a canvas that pans and zooms.
#pragma once

#include <optional>

#include "layout/camera.hpp"
#include "layout/detail_level.hpp"
#include "ui/explore/scene.hpp"
#include "ui/widgets/paint.hpp"

namespace atlas::ui::explore {

class View {
 public:
  void draw(Ui& ui, Rect rect);
  void zoom(Ui& ui, float factor);  // about the middle; for keys and buttons

 private:
  struct Seen {
    std::uint64_t generation = 0;
    std::uint64_t revision = 0;
    RecordId model;
    std::set<RecordId> collapsed;
    std::set<std::uint32_t> line_kinds;
    float aspect = 0;
    friend bool operator==(const Seen&, const Seen&) = default;
  };

  void take_view(Ui& ui, layout::Rect view);
  float tool_bar(Ui& ui, Rect rect);
  void lines_menu(Ui& ui, const Rect& anchor, NodeId owner);
  void update_scene(Ui& ui);
  void update_camera(Ui& ui);
  void canvas(Ui& ui);
  void pointer(Ui& ui, const Response& canvas);
  void take_drag(Ui& ui, const Response& canvas);
  void take_wheel(Ui& ui, const Wheel& wheel);
  void card_nodes(Ui& ui, int clicked, int menu_of);
  void walk(Ui& ui, int index, const Response& response);
  void animate_to(Ui& ui, layout::Camera target);
  void reveal(Ui& ui, const Card& card);  // moves the canvas as far as it takes
  [[nodiscard]] layout::Camera fitting() const;
  [[nodiscard]] layout::Camera opening() const;

  Scene scene_;
  std::optional<Seen> seen_;
  layout::Rect view_;
  layout::Camera camera_;
  layout::CameraAnimation animation_;
  layout::DetailLevel level_ = layout::DetailLevel::kBlock;
  std::uint64_t seen_centre_ = 0;
  std::uint64_t seen_fit_ = 0;
  bool fitted_ = false;
  bool moved_ = false;  // by the person, since the last fit
  int hovered_ = -1;
  int pressed_ = -1;
};

}  // namespace atlas::ui::explore
