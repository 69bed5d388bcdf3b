// The pseudo-language for the length of a test.
#pragma once

#include "base/tr.hpp"

namespace atlas {

class PseudoLanguage {
 public:
  PseudoLanguage() { use_language(Language::kPseudo); }
  PseudoLanguage(const PseudoLanguage&) = delete;
  PseudoLanguage& operator=(const PseudoLanguage&) = delete;
  ~PseudoLanguage() { use_language(Language::kEnglish); }
};

}  // namespace atlas
