#include "files.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "io/built_in.hpp"
#include "io/snapshot.hpp"

namespace atlas::command {
namespace {

Error unavailable(const std::string& path, const char* what) {
  return {ErrorCode::kUnavailable, "The file " + path + " cannot be " + what + ".",
          "Nothing was changed.", "Check its name and whether you may use it."};
}

std::string read_all(std::FILE* file) {
  std::string bytes;
  char piece[1U << 16U];
  for (std::size_t got = 0; (got = std::fread(piece, 1, sizeof(piece), file)) > 0;) {
    bytes.append(piece, got);
  }
  return bytes;
}

}  // namespace

Result<std::string> read_bytes(const std::string& path) {
  if (path == "-") return read_all(stdin);
  std::error_code error;
  std::FILE* file =
      std::filesystem::is_directory(path, error) ? nullptr : std::fopen(path.c_str(), "rb");
  if (file == nullptr) return unavailable(path, "read");
  std::string bytes = read_all(file);
  const bool whole = std::ferror(file) == 0;
  std::fclose(file);
  return whole ? Result<std::string>(std::move(bytes)) : unavailable(path, "read");
}

Result<> write_bytes(const std::string& path, const std::string& bytes) {
  if (path == "-") {
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size();
    if (!written || std::fflush(stdout) != 0) return unavailable("standard output", "written");
    return Ok{};
  }
  const std::string beside = path + ".part";
  std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  std::error_code error;
  if (!stream.fail()) std::filesystem::rename(beside, path, error);
  if (stream.fail() || error) {
    std::filesystem::remove(beside, error);
    return unavailable(path, "written");
  }
  return Ok{};
}

Result<Workspace> read_workspace(const std::string& path, ReplicaId self) {
  std::string bytes;
  if (path == kBuiltIn) {
    bytes = built_in_snapshot();
  } else {
    auto read = read_bytes(path);
    if (!read.ok()) return read.error();
    bytes = std::move(read).value();
  }
  const auto named = [&](Error error) {
    error.happened = path + ": " + error.happened;
    return error;
  };
  auto contents = io::read_snapshot(bytes);
  if (!contents.ok()) return named(contents.error());
  Workspace workspace{Document(contents.value().workspace, self),
                      std::move(contents.value().foreign), bytes.size()};
  const auto integrated = workspace.document.integrate(std::move(contents.value().changes));
  if (!integrated.ok()) return named(integrated.error());
  return workspace;
}

Result<> write_workspace(const std::string& path, const Workspace& workspace) {
  const auto bytes = io::write_snapshot(workspace.document, workspace.foreign);
  return bytes.ok() ? write_bytes(path, bytes.value()) : Result<>(bytes.error());
}

}  // namespace atlas::command
