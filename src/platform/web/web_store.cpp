#include "platform/web/web_store.hpp"

#include <dirent.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "platform/web/host.hpp"

namespace atlas::web {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

std::string full_path(std::string_view path) {
  return "/store/" + std::string(path);
}

// Names in a folder, sorted; none when there is no such folder.
std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  DIR* handle = opendir(folder.c_str());
  if (handle == nullptr) return names;
  while (const dirent* entry = readdir(handle)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  closedir(handle);
  std::sort(names.begin(), names.end());
  return names;
}

std::string_view folder_of(std::string_view path) {
  return path.substr(0, path.rfind('/'));
}

}  // namespace

std::string WebStore::read(std::string_view path) const {
  const OpenFile file(std::fopen(full_path(path).c_str(), "rb"));
  if (!file) return {};
  std::fseek(file.get(), 0, SEEK_END);
  const long size = std::ftell(file.get());
  std::fseek(file.get(), 0, SEEK_SET);
  std::string bytes(static_cast<std::size_t>(std::max(size, 0L)), '\0');
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
  return bytes;
}

std::vector<app::StoredFile> WebStore::read_folder(std::string_view folder) const {
  std::vector<app::StoredFile> files;
  for (std::string& name : names_in(full_path(folder))) {
    std::string bytes = read(std::string(folder) + "/" + name);
    files.push_back({std::move(name), std::move(bytes)});
  }
  return files;
}

std::vector<std::string> WebStore::folders(std::string_view parent) const {
  const std::string path = full_path(parent);
  std::vector<std::string> names = names_in(path);
  std::erase_if(names,
                [&](const std::string& name) { return names_in(path + "/" + name).empty(); });
  return names;
}

void WebStore::write(std::string_view path, std::string_view bytes) {
  host_mount(full_path(folder_of(path)).c_str());
  const OpenFile file(std::fopen(full_path(path).c_str(), "wb"));
  // The file system is memory: a file that cannot be written is our own mistake.
  if (!file || std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size()) std::abort();
}

void WebStore::remove(std::string_view path) {
  unlink(full_path(path).c_str());
}

bool WebStore::owns(std::string_view folder) const {
  return host_owns(full_path(folder).c_str()) != 0;
}

std::uint64_t WebStore::flush() {
  ++tickets_;
  host_flush(static_cast<double>(tickets_));
  return tickets_;
}

}  // namespace atlas::web
