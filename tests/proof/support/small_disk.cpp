#include "tests/proof/support/small_disk.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace trestle::test {

namespace fs = std::filesystem;

namespace {

bool writeText(const char* path, const std::string& text)
{
    std::ofstream file(path);
    file << text;
    file.close();
    return !file.fail();
}

// Someone who is not root is root among mounts in a namespace where the system allows that.
bool enterNamespace()
{
    if (unshare(CLONE_NEWNS) == 0)
        return true;
    const std::string user = std::to_string(getuid());
    const std::string group = std::to_string(getgid());
    return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && writeText("/proc/self/uid_map", "0 " + user + " 1") &&
           writeText("/proc/self/setgroups", "deny") && writeText("/proc/self/gid_map", "0 " + group + " 1");
}

} // namespace

SmallDisk::SmallDisk(int kibibytes)
{
    std::string folder = (fs::temp_directory_path() / "trestle-disk-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) {
        m_trouble = "no folder to mount on";
        return;
    }
    m_folder = folder;
    const std::string size = "size=" + std::to_string(kibibytes) + "k,mode=0700";
    if (!enterNamespace() || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount("tmpfs", folder.c_str(), "tmpfs", 0, size.c_str()) != 0)
        m_trouble = std::string("a tmpfs cannot be mounted here: ") + std::strerror(errno);
}

SmallDisk::~SmallDisk()
{
    if (m_trouble.empty())
        umount2(m_folder.c_str(), MNT_DETACH);
    std::error_code code;
    fs::remove(m_folder, code);
}

void SmallDisk::fill(int leave) const
{
    struct statvfs status{};
    statvfs(m_folder.c_str(), &status);
    const auto room = static_cast<std::int64_t>(status.f_bavail * status.f_frsize) - leave;
    const int file = open(path("ballast").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const std::string block(4096, 'x');
    for (std::int64_t done = 0; done + 4096 <= room; done += 4096)
        if (write(file, block.data(), block.size()) <= 0)
            break;
    close(file);
}

void SmallDisk::makeRoom() const
{
    unlink(path("ballast").c_str());
}

bool SmallDisk::setReadOnly(bool readOnly) const
{
    unsigned long flags = MS_REMOUNT | MS_BIND;
    if (readOnly)
        flags |= MS_RDONLY;
    return mount(nullptr, m_folder.c_str(), nullptr, flags, nullptr) == 0;
}

} // namespace trestle::test
