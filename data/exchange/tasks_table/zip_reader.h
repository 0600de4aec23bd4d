#pragma once

#include "models/error.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace trestle {

/// The members of a zip archive in memory, unpacked one by one. What an archive says of its sizes is not believed: the
/// bytes are counted as they come.
class ZipReader {
public:
    /// `bytes` must outlive the reader. `where` names the file in errors: invalidTasks.
    static Result<ZipReader> open(std::string_view bytes, const std::string& where);
    ZipReader(ZipReader&& other) noexcept;
    ZipReader& operator=(ZipReader&& other) noexcept;
    ~ZipReader();

    /// Empty where the archive has no such member.
    Result<std::string> member(const std::string& name);

private:
    struct Archive;
    explicit ZipReader(std::unique_ptr<Archive> archive, std::string where);

    std::unique_ptr<Archive> m_archive;
    std::string m_where;
    std::size_t m_unpacked = 0;
};

} // namespace trestle
