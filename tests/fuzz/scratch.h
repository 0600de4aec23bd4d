#pragma once

#include <string>
#include <string_view>

namespace trestle::fuzz {

/// A folder for one process, in memory where the system has a place for that; gone with the process if it ends well.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] std::string path(std::string_view name) const;
    [[nodiscard]] std::string plan() const { return path("plan.trestle"); }
    void clear() const; ///< removes what is in it

    static void write(const std::string& path, std::string_view bytes);
    static std::string read(const std::string& path);

private:
    std::string m_folder;
};

} // namespace trestle::fuzz
