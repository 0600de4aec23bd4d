#pragma once

#include <QWidget>

#include <functional>
#include <map>
#include <string>

class QAction;
class QMenu;
class QPushButton;

namespace trestle {

struct Catalogue;
struct Profile;

/// The questions about the product: chips for its conditions, its size, whether the idea is validated, and who
/// maintains it. It shows a profile and says how it is answered; whoever owns the profile changes it.
class ProfileQuestions : public QWidget {
    Q_OBJECT
public:
    using Change = std::function<void(Profile&)>;

    /// Asks what the catalogue asks.
    explicit ProfileQuestions(const Catalogue& catalogue, QWidget* parent = nullptr);

    void setProfile(const Catalogue& catalogue, const Profile& profile);

Q_SIGNALS:
    /// To be followed by setProfile(), with the profile as it is then: a refused answer is shown as it was.
    void answered(const QString& label, const trestle::ProfileQuestions::Change& change);

private:
    void addConditions(const Catalogue& catalogue);
    void addScale(const Catalogue& catalogue);
    void addValidated();
    void addMaintainer();
    QPushButton* addChip(const QString& name);
    QPushButton* addMenuChip(const QString& name);

    std::map<std::string, QPushButton*> m_conditions;
    QPushButton* m_scale = nullptr;
    QPushButton* m_validated = nullptr;
    QPushButton* m_maintainer = nullptr;
};

} // namespace trestle
