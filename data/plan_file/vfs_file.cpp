#include "data/plan_file/vfs_file.h"

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace trestle::planfile {

VfsFile::VfsFile(const std::string& path, Kind kind)
{
    sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    if (vfs == nullptr && sqlite3_initialize() == SQLITE_OK)
        vfs = sqlite3_vfs_find(nullptr);
    m_name = sqlite3_create_filename(path.c_str(), "", "", 0, nullptr);
    if (vfs == nullptr || m_name == nullptr) {
        m_systemError = ENOMEM;
        return;
    }
    m_memory = std::make_unique<std::byte[]>(static_cast<std::size_t>(vfs->szOsFile));
    m_file = reinterpret_cast<sqlite3_file*>(m_memory.get());
    const int flags = SQLITE_OPEN_READONLY | (kind == Kind::database ? SQLITE_OPEN_MAIN_DB : SQLITE_OPEN_MAIN_JOURNAL);
    errno = 0;
    m_open = vfs->xOpen(vfs, m_name, m_file, flags, nullptr) == SQLITE_OK;
    if (!m_open)
        m_systemError = errno != 0 ? errno : EIO;
}

VfsFile::~VfsFile()
{
    if (m_file != nullptr && m_file->pMethods != nullptr)
        m_file->pMethods->xClose(m_file);
    sqlite3_free_filename(m_name);
}

std::int64_t VfsFile::size() const
{
    sqlite3_int64 size = 0;
    if (!m_open || m_file->pMethods->xFileSize(m_file, &size) != SQLITE_OK)
        return 0;
    return size;
}

std::string VfsFile::read(std::int64_t offset, std::size_t count) const
{
    const std::int64_t left = std::max<std::int64_t>(0, size() - offset);
    std::string bytes(static_cast<std::size_t>(std::min(left, static_cast<std::int64_t>(count))), '\0');
    if (bytes.empty())
        return bytes;
    const int code = m_file->pMethods->xRead(m_file, bytes.data(), static_cast<int>(bytes.size()), offset);
    return code == SQLITE_OK ? bytes : std::string();
}

} // namespace trestle::planfile
