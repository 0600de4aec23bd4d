#pragma once

#include "models/catalogue.h"
#include "models/team.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace trestle {

/// Who builds it: the first question about a team.
enum class BuilderKind : std::uint8_t { unsaid, justMe, meAnd, team };

/// The people and roles of a plan that is being set up, as the second step asks for them. A value. Whoever leaves with
/// a change of the kind is remembered and comes back with the kind.
class Builders {
public:
    explicit Builders(const Catalogue& catalogue);

    [[nodiscard]] BuilderKind kind() const { return m_kind; }
    void setKind(BuilderKind kind);
    /// Whether the first row is the user.
    [[nodiscard]] bool hasMe() const { return m_kind == BuilderKind::justMe || m_kind == BuilderKind::meAnd; }

    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] const Person& row(std::size_t index) const;
    void change(std::size_t index, const Person& person);
    /// With more than the user alone the kind follows.
    void add(const Person& person);
    void remove(std::size_t index);
    [[nodiscard]] bool canRemove() const { return count() > 1; }

    /// For a full-time week of someone new.
    [[nodiscard]] Money usualRate() const { return m_rate; }
    /// What someone without a name in the row is called.
    [[nodiscard]] std::string nameOf(std::size_t index) const;
    /// The team, with a name for everyone; the catalogue's where nothing was said.
    [[nodiscard]] std::vector<Person> team() const;

private:
    std::vector<Person> m_catalogueTeam;
    Money m_rate;
    BuilderKind m_kind = BuilderKind::unsaid;
    Person m_me;
    std::vector<Person> m_others;
    bool m_othersAreTheirs = false; ///< the user has touched them, so that another kind keeps them
};

} // namespace trestle
