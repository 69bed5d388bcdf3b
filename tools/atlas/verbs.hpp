// What `atlas` can do. Each verb does its work, prints to the streams it is given, and returns the
// program's exit code.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace atlas::command {

inline constexpr int kFine = 0;
inline constexpr int kFound = 1;     // a difference, a clash or a fault was found
inline constexpr int kBadInput = 2;  // nothing could be done with what was given

enum class Format { kText, kJson };

struct Streams {
  std::ostream& out;
  std::ostream& err;
};

struct ExportOptions {
  std::string source;  // a snapshot, "builtin" or "-"
  std::string format;  // json, csv, html, svg
  std::vector<std::string> models;
  std::vector<std::string> types;
  std::vector<std::string> lines;  // svg: kinds of lines to draw as well
  std::string output;              // a file, "-", or for csv of several types a folder
  bool byte_order_mark = false;
};
int export_records(const ExportOptions& options, Streams streams);

struct ImportOptions {
  std::vector<std::string> sources;  // .json, .csv, "-"
  std::string into;                  // empty: a new workspace
  std::string type;                  // of a table that does not tell it
  std::string author;
  std::string output;
  Format format = Format::kText;
};
int import_records(const ImportOptions& options, Streams streams);

struct EraseOptions {
  std::string source;
  std::string text;    // either this, wherever it stands,
  std::string record;  // or an id
  std::string field;   // and a key: all that the field was ever set to
  std::string author;
  std::string output;  // empty: only tells where it stands
  Format format = Format::kText;
};
// kFound: it stands in the file, or in a part of it where it cannot be erased.
int erase(const EraseOptions& options, Streams streams);

int check(const std::vector<std::string>& files, Format format, Streams streams);
int info(const std::string& file, Format format, Streams streams);
int diff(const std::string& before, const std::string& after, Format format, Streams streams);
int merge(const std::vector<std::string>& files, const std::string& output, Format format,
          Streams streams);
int query(const std::string& file, const std::string& text, Format format, Streams streams);

}  // namespace atlas::command
