// Does at random whatever a person, a browser and a disk can do to the page, and checks after each
// frame what must always hold. The same seed does the same.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "platform/headless/tab.hpp"
#include "ui/screen.hpp"

namespace atlas::test {

class Monkey {
 public:
  Monkey(Random& random, std::string_view built_in);

  // At least so many inputs, each with its frames.
  void play(int inputs);
  // Everything is let go: the page must come to rest, what is said to be saved must be on the disk,
  // and the document must be what its changes make of it.
  void rest();

  [[nodiscard]] int inputs() const { return inputs_; }
  [[nodiscard]] int frames() const { return frames_; }

 private:
  void act();
  void push(ui::Input input);
  void draw();
  void check();
  void check_tree() const;
  void check_state() const;

  void point();
  void press();
  void drag();
  void wheel();
  void key();
  void mirror();
  void text();
  void resize();
  void settings();
  void pinch();
  void open_file();
  void store();
  void time();
  void network();
  void neighbour();
  void undo_and_redo();

  struct Place {
    float x, y;
  };
  [[nodiscard]] const semantics::Node& any_node();
  [[nodiscard]] Place any_place();
  [[nodiscard]] ui::PointerKind any_pointer();
  [[nodiscard]] ui::Modifiers any_modifiers();
  [[nodiscard]] std::string odd_text();
  [[nodiscard]] float between(float low, float high);
  [[nodiscard]] const app::State& state() const { return screen_.tab.state(); }

  Random& random_;
  std::string built_in_;
  Screen screen_;
  std::unique_ptr<headless::Tab> neighbour_;  // another tab on the same disk
  int inputs_ = 0;
  int frames_ = 0;
  int waiting_ = 0;  // frames that the input so far needs
  float width_ = 1366, height_ = 768;
};

}  // namespace atlas::test
