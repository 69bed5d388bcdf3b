// The command-line program. `atlas --help` and `atlas VERB --help` tell what it does.
#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>

#include "verbs.hpp"

namespace {

using namespace atlas::command;

void add_format(CLI::App& verb, Format& format) {
  const std::map<std::string, Format> formats{{"text", Format::kText}, {"json", Format::kJson}};
  verb.add_option("--format", format, "How to answer: text or json")
      ->transform(CLI::CheckedTransformer(formats))
      ->option_text("text|json");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{
      "Partnership Atlas on the command line.\n\n"
      "SNAPSHOT is a file saved by the app (.atlas), \"builtin\" for the built-in workspace, or - "
      "for\n"
      "standard input. Exit code: 0 all is well, 1 a difference, clash or fault was found, 2 the "
      "input\n"
      "could not be used."};
  app.name("atlas");
  app.require_subcommand(1);
  const Streams streams{std::cout, std::cerr};
  int code = kFine;
  Format format = Format::kText;

  ExportOptions out;
  out.source = "-";
  out.format = "json";
  CLI::App* verb = app.add_subcommand("export", "Write records for other programs and for people");
  verb->add_option("SNAPSHOT", out.source, "What to read; standard input if left out");
  verb->add_option(
          "--format", out.format,
          "json (shared/schema/README.md), csv (one type, or a folder of them), html, svg, thin (a "
          "snapshot without earlier values)")
      ->check(CLI::IsMember({"json", "csv", "html", "svg", "thin"}));
  verb->add_option("--model", out.models, "Only this model, by name or short name; may be repeated")
      ->allow_extra_args(false);
  verb->add_option("--type", out.types, "Only records of this type; may be repeated")
      ->allow_extra_args(false);
  verb->add_option("--lines", out.lines, "svg: draw lines of this kind as well; may be repeated")
      ->allow_extra_args(false);
  verb->add_flag("--bom", out.byte_order_mark, "csv: begin with a byte order mark");
  verb->add_option("-o,--output", out.output,
                   "File, or folder for csv; standard output if left out");
  verb->callback([&] { code = export_records(out, streams); });

  ImportOptions in;
  verb = app.add_subcommand("import", "Make or change a workspace from JSON or CSV files");
  verb->add_option("FILE", in.sources, "Files, - for standard input")->required();
  verb->add_option("--into", in.into, "The workspace to bring them into; a new one if left out");
  verb->add_option("--type", in.type,
                   "What the records of a table are, where its headings do not say");
  verb->add_option("--author", in.author, "Whom the history names");
  verb->add_option("-o,--output", in.output, "The file to write; standard output if left out");
  add_format(*verb, in.format);
  verb->callback([&] { code = import_records(in, streams); });

  std::vector<std::string> files;
  verb = app.add_subcommand("check", "Say whether files are whole and keep to the schema");
  verb->add_option("FILE", files, "Snapshots")->required();
  add_format(*verb, format);
  verb->callback([&] { code = check(files, format, streams); });

  std::string file;
  verb = app.add_subcommand("info", "Say what is in a file");
  verb->add_option("FILE", file, "A snapshot")->required();
  add_format(*verb, format);
  verb->callback([&] { code = info(file, format, streams); });

  std::string other;
  verb = app.add_subcommand("diff", "Show what differs between two files, record by record");
  verb->add_option("A", file, "A snapshot")->required();
  verb->add_option("B", other, "Another")->required();
  add_format(*verb, format);
  verb->callback([&] { code = diff(file, other, format, streams); });

  std::string output;
  verb = app.add_subcommand("merge", "Bring files of one workspace together, and show every clash");
  verb->add_option("FILE", files, "Snapshots, at least two")->required()->expected(2, -1);
  verb->add_option("-o,--output", output, "The file to write, - for standard output")->required();
  add_format(*verb, format);
  verb->callback([&] { code = merge(files, output, format, streams); });

  EraseOptions erasing;
  verb = app.add_subcommand(
      "erase", "Tell where a text stands in all of a file's history, and erase it there for good");
  verb->add_option("FILE", erasing.source, "A snapshot")->required();
  verb->add_option(
      "--text", erasing.text,
      "What to erase: values, words of changes and authors that hold this text go as a "
      "whole, without regard to capitals and accents");
  verb->add_option("--record", erasing.record, "Or: the id of a record")->excludes("--text");
  verb->add_option("--field", erasing.field, "and its field, all of whose values ever set go")
      ->excludes("--text");
  verb->add_option("--author", erasing.author, "Whom the history names as the one who erased it");
  verb->add_option("-o,--output", erasing.output,
                   "The file to write, - for standard output; if left out nothing is erased");
  add_format(*verb, erasing.format);
  verb->callback([&] { code = erase(erasing, streams); });

  std::string text;
  verb = app.add_subcommand("query", "Ask about the records (src/query/README.md)");
  verb->add_option("SNAPSHOT", file, "What to ask")->required();
  verb->add_option("EXPRESSION", text,
                   "For example: body under \"Darlington 2012\" show title, lead")
      ->required();
  add_format(*verb, format);
  verb->callback([&] { code = query(file, text, format, streams); });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Help is no mistake.
    return app.exit(error) == 0 ? kFine : kBadInput;
  } catch (const std::exception& error) {
    std::cerr << "atlas had to stop: " << error.what() << "\nNothing was changed.\n";
    return kBadInput;
  }
  return code;
}
