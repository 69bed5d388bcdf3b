// The built-in models as the app has them: read from the packed snapshot.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "document/document.hpp"
#include "io/built_in.hpp"
#include "io/snapshot.hpp"

namespace atlas::testing {

inline Document built_in_document() {
  auto contents = io::read_snapshot(built_in_snapshot());
  REQUIRE(contents.ok());
  CHECK(contents.value().workspace == kBuiltInWorkspace);
  Document document(contents.value().workspace, ReplicaId{0xABCD});
  REQUIRE(document.integrate(std::move(contents.value().changes)).ok());
  return document;
}

inline const Value& value_of(const Document& document, RecordId id, const char* field) {
  const FieldSpec* spec = find_field_by_key(document.find(id)->type, field);
  REQUIRE(spec != nullptr);
  return document.get(id, spec->number);
}

// Empty when it is no text.
inline std::string text_of(const Document& document, RecordId id, const char* field) {
  const auto* text = std::get_if<std::string>(&value_of(document, id, field));
  return text == nullptr ? std::string() : *text;
}

}  // namespace atlas::testing
