#include <algorithm>
#include <filesystem>
#include <system_error>

#include "describe.hpp"
#include "document/choices.hpp"
#include "exchange/csv_writer.hpp"
#include "exchange/json_writer.hpp"
#include "files.hpp"
#include "io/snapshot.hpp"
#include "partnership/hierarchy.hpp"
#include "query/term.hpp"
#include "report/html_edition.hpp"
#include "report/svg_picture.hpp"
#include "verbs.hpp"

namespace atlas::command {
namespace {

Error bad_choice(std::string what, const char* next) {
  return {ErrorCode::kInvalid, std::move(what), "Nothing was written.", next};
}

class Export {
 public:
  Export(const ExportOptions& options, const Workspace& workspace, Streams streams)
      : options_(options),
        document_(workspace.document),
        foreign_(workspace.foreign),
        streams_(streams) {}

  int run() {
    if (options_.format == "thin") return thin();
    const Result<> chosen = choose();
    if (!chosen.ok()) return refuse(chosen.error(), streams_);
    if (options_.format == "json") {
      return give(exchange::write_json(document_, records_));
    }
    if (options_.format == "csv") return tables();
    if (options_.format == "html")
      return give({report::html_edition(document_, {models_}), 0, 0, 0});
    return picture();
  }

 private:
  Result<> choose() {
    for (const std::string& name : options_.models) {
      const Result<> found = add_model(name);
      if (!found.ok()) return found.error();
    }
    exchange::Selection selection;
    for (const std::string& key : options_.types) {
      const TypeSpec* type = find_type_by_key(key);
      if (type == nullptr) {
        return bad_choice("\"" + key + "\" is not a type of record.",
                          "Types are named as in shared/schema/README.md, for example body.");
      }
      selection.types.push_back(type->type);
    }
    if (models_.empty()) records_ = exchange::selected(document_, selection);
    for (const RecordId model : models_) {
      selection.top = model;
      const std::vector<RecordId> inside = exchange::selected(document_, selection);
      records_.insert(records_.end(), inside.begin(), inside.end());
    }
    return Ok{};
  }

  Result<> add_model(const std::string& name) {
    std::string known;
    for (const RecordId model : models(document_)) {
      if (query::is_called(document_, model, name)) {
        models_.push_back(model);
        return Ok{};
      }
      known += (known.empty() ? "" : ", ") + title_of(document_, model);
    }
    return bad_choice("There is no model called \"" + name + "\". There are: " + known + ".",
                      "Name one of them.");
  }

  int give(const exchange::Written& written) {
    tell_what_is_missing(written);
    return save(options_.output, written.text);
  }

  int save(const std::string& path, const std::string& bytes) {
    if (path.empty() || path == "-") {
      streams_.out << bytes;
      streams_.out.flush();
      return streams_.out.good() ? kFine : kBadInput;
    }
    const Result<> done = write_bytes(path, bytes);
    return done.ok() ? kFine : refuse(done.error(), streams_);
  }

  void tell_what_is_missing(const exchange::Written& written) {
    if (written.left_out > 0) {
      streams_.err << written.left_out
                   << " records or values of a newer version are not in the file.\n";
    }
    if (written.hanging > 0) {
      streams_.err << written.hanging << " references to records in the bin are not in the file.\n";
    }
    if (written.clashes > 0) {
      streams_.err << written.clashes << " fields are in a clash; the file has "
                   << (options_.format == "json" ? "every value.\n" : "the value shown.\n");
    }
  }

  // One type to a file or standard output; several to a folder, a file each.
  int tables() {
    const exchange::CsvOptions how{options_.byte_order_mark};
    if (options_.types.size() == 1) {
      return give(
          exchange::write_csv(document_, *find_type_by_key(options_.types.front()), records_, how));
    }
    if (options_.output.empty() || options_.output == "-") {
      return refuse(bad_choice("A table holds one type of record.",
                               "Name it with --type, or give a folder with -o for a file each."),
                    streams_);
    }
    std::error_code error;
    std::filesystem::create_directories(options_.output, error);
    for (const TypeSpec* type : schema_types()) {
      const bool used = std::any_of(records_.begin(), records_.end(), [&](RecordId record) {
        return document_.find_live(record)->type == type->type;
      });
      if (!used) continue;
      const exchange::Written written = exchange::write_csv(document_, *type, records_, how);
      tell_what_is_missing(written);
      const int done = save(options_.output + "/" + std::string(type->key) + ".csv", written.text);
      if (done != kFine) return done;
    }
    return kFine;
  }

  int picture() {
    report::SvgOptions how;
    for (const std::string& key : options_.lines) {
      const auto* kind =
          std::find_if(choices::kLineKind.begin(), choices::kLineKind.end(),
                       [&](const ChoiceOption& option) { return option.key == key; });
      if (kind == choices::kLineKind.end()) {
        return refuse(bad_choice("\"" + key + "\" is not a kind of line.",
                                 "Kinds are reports_to, scrutinised_by, advises and so on."),
                      streams_);
      }
      how.line_kinds.insert(kind->number);
    }
    if (models_.empty()) models_ = models(document_);
    if (models_.size() != 1) {
      return refuse(bad_choice("A picture shows one model.", "Name it with --model."), streams_);
    }
    return save(options_.output, report::svg_picture(document_, models_.front(), how));
  }

  int thin() {
    if (!options_.models.empty() || !options_.types.empty()) {
      return refuse(
          bad_choice("A thin file holds the whole workspace.", "Leave --model and --type out."),
          streams_);
    }
    const Result<std::string> bytes = io::write_thin_snapshot(document_, foreign_);
    return bytes.ok() ? save(options_.output, bytes.value()) : refuse(bytes.error(), streams_);
  }

  const ExportOptions& options_;
  const Document& document_;
  const std::vector<io::ForeignChunk>& foreign_;
  Streams streams_;
  std::vector<RecordId> models_;
  std::vector<RecordId> records_;
};

}  // namespace

int export_records(const ExportOptions& options, Streams streams) {
  const auto workspace = read_workspace(options.source);
  if (!workspace.ok()) return refuse(workspace.error(), streams);
  return Export(options, workspace.value(), streams).run();
}

}  // namespace atlas::command
