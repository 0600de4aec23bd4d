#include "data/plan_file/vfs_file.h"

#include <sqlite3.h>

#include <cerrno>

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

std::string VfsFile::read(std::int64_t offset, std::size_t count) const
{
    std::string bytes(count, '\0');
    if (!m_open || m_file->pMethods->xRead(m_file, bytes.data(), static_cast<int>(count), offset) != SQLITE_OK)
        return {};
    return bytes;
}

} // namespace trestle::planfile
