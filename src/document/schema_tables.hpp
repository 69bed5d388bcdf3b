// The type tables, one file an area. Only schema.cpp reads them; everybody else asks schema.hpp.
// `inline constexpr` is not used so that each table is compiled once.
#pragma once

#include <span>

#include "document/schema.hpp"

namespace atlas::tables {

extern const std::span<const FieldSpec> common;
extern const TypeSpec workspace;
extern const TypeSpec model;
extern const TypeSpec body;
extern const TypeSpec seat;
extern const TypeSpec line;
extern const TypeSpec source_document;
extern const TypeSpec evidence;
extern const TypeSpec priority;
extern const TypeSpec outcome;
extern const TypeSpec indicator;
extern const TypeSpec reading;
extern const TypeSpec plan;
extern const TypeSpec objective;
extern const TypeSpec action;
extern const TypeSpec budget_line;
extern const TypeSpec resource_line;
extern const TypeSpec dependency;
extern const TypeSpec risk;
extern const TypeSpec rag_definition;
extern const TypeSpec requirement;
extern const TypeSpec requirement_template;
extern const TypeSpec answer;
extern const TypeSpec issue_of_concern;
extern const TypeSpec review;
extern const TypeSpec agreement;
extern const TypeSpec question;
extern const TypeSpec pairing;
extern const TypeSpec home;
extern const TypeSpec strategy;
extern const TypeSpec duty;
extern const TypeSpec function;
extern const TypeSpec project;
extern const TypeSpec proposal;
extern const TypeSpec achievement;
extern const TypeSpec locality;
extern const TypeSpec locality_fact;
extern const TypeSpec grant;
extern const TypeSpec contribution;
extern const TypeSpec vote;
extern const TypeSpec meeting;
extern const TypeSpec event;
extern const TypeSpec agenda_item;
extern const TypeSpec attendance;
extern const TypeSpec comment;
extern const TypeSpec saved_view;
extern const TypeSpec story;
extern const TypeSpec timeline_entry;
extern const TypeSpec restore_point;
extern const TypeSpec implication;

}  // namespace atlas::tables
