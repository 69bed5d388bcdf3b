// Makes the built-in snapshot from shared/models while building.
//
//   pack_models OUT.atlas OUT.cpp FILE.json…
//
// Mistakes in the models go to stderr, one a line, with file, record and field; the build stops.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "io/built_in.hpp"
#include "io/model_json.hpp"
#include "io/snapshot.hpp"

namespace {

using atlas::io::ModelFile;

bool read_file(const std::string& path, ModelFile& file) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return false;
  file.name = path.substr(path.find_last_of('/') + 1);
  file.text.assign(std::istreambuf_iterator<char>(stream), {});
  return !stream.bad();
}

bool write_file(const std::string& path, std::string_view bytes) {
  std::ofstream stream(path, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  return !stream.fail();
}

std::string as_source(std::string_view bytes) {
  std::string text =
      "// Made by tools/pack_models from shared/models.\n#include \"io/built_in.hpp\"\n\n"
      "namespace atlas {\nnamespace {\nconst unsigned char kBytes[] = {";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    text += i % 32 == 0 ? "\n" : "";
    text += std::to_string(static_cast<unsigned char>(bytes[i])) + ",";
  }
  text +=
      "};\n}  // namespace\n\nstd::string_view built_in_snapshot() {\n"
      "  return {reinterpret_cast<const char*>(kBytes), sizeof(kBytes)};\n}\n\n"
      "}  // namespace atlas\n";
  return text;
}

int fail(const std::string& text) {
  std::fprintf(stderr, "pack_models: %s\n", text.c_str());
  return 1;
}

atlas::Result<std::string> pack(const std::vector<ModelFile>& files) {
  const auto edition = atlas::io::read_models(files);
  if (!edition.ok()) return edition.error();
  std::vector<const atlas::Change*> changes;
  for (const atlas::Change& change : edition.value()) changes.push_back(&change);
  return atlas::io::SnapshotWriter().write(atlas::kBuiltInWorkspace, changes);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 3) return fail("give OUT.atlas, OUT.cpp and the model files");
  std::vector<ModelFile> files;
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    files.emplace_back();
    if (!read_file(arguments[i], files.back()))
      return fail("this file cannot be read: " + arguments[i]);
  }
  const auto snapshot = pack(files);
  if (!snapshot.ok())
    return fail("the built-in models are not good:\n" + snapshot.error().happened);
  const bool written = write_file(arguments[0], snapshot.value()) &&
                       write_file(arguments[1], as_source(snapshot.value()));
  return written ? 0 : fail("this file cannot be written: " + arguments[0]);
}
