#pragma once

#include "ui/theme/theme.h"

#include <QByteArray>
#include <QList>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace trestle {

class RateCard;
class RateCards;

/// A plan that was open before, with what it came to then.
struct RecentPlan {
    QString path;
    QString name;
    QString headline;
    friend bool operator==(const RecentPlan&, const RecentPlan&) = default;
};

/// What the window remembers between sessions, and the user's own rate cards. Nothing of a plan is kept here but recent
/// paths, their headlines and signs of advice that was closed.
class Settings {
public:
    Settings();                                ///< the user's own
    explicit Settings(const QString& iniPath); ///< in a file of its own, for tests

    [[nodiscard]] QList<RecentPlan> recentPlans() const; ///< latest first, at most ten
    void remember(const RecentPlan& plan);               ///< to the front
    void forget(const QString& path);

    /// The user's own roles and rates. What is no sound role or card, as the file may be edited by hand, is left out.
    [[nodiscard]] RateCards rateCards() const;
    void setRateCards(const RateCards& cards);

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);

    [[nodiscard]] QByteArray bytes(const QString& key) const;
    void setBytes(const QString& key, const QByteArray& value);
    [[nodiscard]] QString text(const QString& key, const QString& otherwise = {}) const;
    void setText(const QString& key, const QString& value);
    [[nodiscard]] bool flag(const QString& key, bool otherwise) const;
    void setFlag(const QString& key, bool value);
    [[nodiscard]] QStringList list(const QString& key) const;
    void setList(const QString& key, const QStringList& value);

private:
    void writeRecent(const QList<RecentPlan>& plans);
    // The roles of a card, as an array of that name at the place where the store stands.
    [[nodiscard]] RateCard readCard(QLatin1StringView array) const;
    void writeCard(QLatin1StringView array, const RateCard& card);

    mutable QSettings m_store; // reading an array moves a cursor in it
};

/// The keys, in one place.
namespace keys {
inline constexpr QLatin1StringView geometry{"window/geometry"};
inline constexpr QLatin1StringView splitter{"window/splitter"};
inline constexpr QLatin1StringView planSplitter{"window/planSplitter"};
inline constexpr QLatin1StringView page{"window/page"};
inline constexpr QLatin1StringView openPhases{"window/openPhases"};
inline constexpr QLatin1StringView checklistPhases{"window/checklistPhases"};
inline constexpr QLatin1StringView closedAdvice{"window/closedAdvice"};
inline constexpr QLatin1StringView outsideAnswered{"window/outsideAnswered"};
inline constexpr QLatin1StringView textsAnswered{"window/textsAnswered"};
inline constexpr QLatin1StringView sampleHintClosed{"window/sampleHintClosed"};
inline constexpr QLatin1StringView inspector{"window/inspector"};
inline constexpr QLatin1StringView lastFolder{"files/lastFolder"};
inline constexpr QLatin1StringView scanFolders{"scan/folders"};
inline constexpr QLatin1StringView openEvidence{"scan/openWith"};
inline constexpr QLatin1StringView exportFolder{"export/folder"};
inline constexpr QLatin1StringView exportFormat{"export/format"};
inline constexpr QLatin1StringView exportAudience{"export/audience"};
inline constexpr QLatin1StringView exportPaper{"export/paper"};
inline constexpr QLatin1StringView exportGst{"export/withGst"};
inline constexpr QLatin1StringView exportScale{"export/scale"};
inline constexpr QLatin1StringView exportSemicolon{"export/semicolon"};
inline constexpr QLatin1StringView exportDecimalComma{"export/decimalComma"};
inline constexpr QLatin1StringView letterheadCompany{"letterhead/company"};
inline constexpr QLatin1StringView letterheadPreparedBy{"letterhead/preparedBy"};
inline constexpr QLatin1StringView letterheadLogo{"letterhead/logo"};
inline constexpr QLatin1StringView theme{"view/theme"};
inline constexpr QLatin1StringView reduceMotion{"view/reduceMotion"};
} // namespace keys

} // namespace trestle
