#include "tests/fuzz/scratch.h"

#include "tests/fuzz/target.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace trestle::fuzz {

namespace fs = std::filesystem;

Scratch::Scratch()
{
    const fs::path parent = access("/dev/shm", W_OK) == 0 ? fs::path("/dev/shm") : fs::temp_directory_path();
    m_folder = (parent / "trestle-fuzz-XXXXXX").string();
    require(mkdtemp(m_folder.data()) != nullptr, "no folder to work in");
}

Scratch::~Scratch()
{
    std::error_code code;
    fs::remove_all(m_folder, code);
}

std::string Scratch::path(std::string_view name) const
{
    return (fs::path(m_folder) / name).string();
}

void Scratch::clear() const
{
    for (const fs::directory_entry& entry : fs::directory_iterator(m_folder))
        fs::remove_all(entry.path());
}

void Scratch::write(const std::string& path, std::string_view bytes)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    require(!file.fail(), "cannot write " + path);
}

std::string Scratch::read(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    require(file.good(), "cannot read " + path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace trestle::fuzz
