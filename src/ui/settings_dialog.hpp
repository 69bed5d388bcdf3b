// How the app looks and behaves on this device.
#pragma once

#include "ui/ui.hpp"

namespace atlas::ui {

// Returns the height of the content, for the next frame.
float settings_dialog(Ui& ui, float content_height);

}  // namespace atlas::ui
