#include "ui/checklist/profile_questions.h"

#include "models/inputs.h"
#include "ui/base/format.h"
#include "ui/widgets/flow_layout.h"

#include <QActionGroup>
#include <QMenu>
#include <QPushButton>

#include <optional>

namespace trestle {

ProfileQuestions::ProfileQuestions(const Catalogue& catalogue, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("profileQuestions"));
    setLayout(new FlowLayout(6));
    addConditions(catalogue);
    addScale(catalogue);
    addValidated();
    addMaintainer();
}

QPushButton* ProfileQuestions::addChip(const QString& name)
{
    auto* chip = new QPushButton(this);
    chip->setObjectName(name);
    chip->setProperty("chip", true);
    layout()->addWidget(chip);
    return chip;
}

QPushButton* ProfileQuestions::addMenuChip(const QString& name)
{
    QPushButton* chip = addChip(name);
    auto* menu = new QMenu(chip);
    menu->setObjectName(name + QStringLiteral("Menu"));
    chip->setMenu(menu);
    return chip;
}

void ProfileQuestions::addConditions(const Catalogue& catalogue)
{
    for (const Condition& condition : catalogue.conditions) {
        const QString id = format::text(condition.id);
        QPushButton* chip = addChip(QStringLiteral("condition_") + id);
        const QString title = format::text(condition.title);
        chip->setText(title);
        chip->setToolTip(format::text(condition.explanation));
        chip->setAccessibleDescription(format::text(condition.explanation));
        chip->setCheckable(true);
        m_conditions[condition.id] = chip;
        connect(chip, &QPushButton::clicked, this, [this, title, key = condition.id](bool on) {
            Q_EMIT answered(on ? tr("%1: yes").arg(title) : tr("%1: no").arg(title), [on, key](Profile& profile) {
                if (on)
                    profile.conditions.insert(key);
                else
                    profile.conditions.erase(key);
            });
        });
    }
}

void ProfileQuestions::addScale(const Catalogue& catalogue)
{
    m_scale = addMenuChip(QStringLiteral("profileScale"));
    m_scale->setToolTip(tr("How many users to plan for"));
    auto* group = new QActionGroup(m_scale);
    for (const ScaleStep& step : catalogue.scales) {
        QAction* action = m_scale->menu()->addAction(format::text(step.title));
        action->setCheckable(true);
        action->setData(format::text(step.id));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, step] {
            Q_EMIT answered(tr("Plan for %1").arg(format::text(step.title)),
                            [id = step.id](Profile& profile) { profile.scale = id; });
        });
    }
}

void ProfileQuestions::addValidated()
{
    m_validated = addMenuChip(QStringLiteral("profileValidated"));
    m_validated->setToolTip(tr("Have real users shown that the idea works for them?"));
    auto* group = new QActionGroup(m_validated);
    const auto add = [&](const QString& text, const std::optional<bool>& answer) {
        QAction* action = m_validated->menu()->addAction(text);
        action->setCheckable(true);
        action->setData(answer ? QVariant(*answer) : QVariant());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, text, answer] {
            Q_EMIT answered(tr("Validated with users: %1").arg(text),
                            [answer](Profile& profile) { profile.validated = answer; });
        });
    };
    add(tr("Yes, with real users"), true);
    add(tr("Not yet"), false);
    add(tr("No answer"), std::nullopt);
}

void ProfileQuestions::addMaintainer()
{
    m_maintainer = addMenuChip(QStringLiteral("profileMaintainer"));
    m_maintainer->setToolTip(tr("Who will run the product once it is live?"));
    auto* group = new QActionGroup(m_maintainer);
    const auto add = [&](const QString& text, Maintainer answer) {
        QAction* action = m_maintainer->menu()->addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(answer));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, text, answer] {
            Q_EMIT answered(tr("Run by: %1").arg(text), [answer](Profile& profile) { profile.maintainer = answer; });
        });
    };
    add(tr("One person"), Maintainer::onePerson);
    add(tr("A team"), Maintainer::team);
    add(tr("No answer"), Maintainer::unanswered);
}

void ProfileQuestions::setProfile(const Catalogue& catalogue, const Profile& profile)
{
    for (const auto& [id, chip] : m_conditions)
        chip->setChecked(profile.conditions.contains(id));

    const auto tick = [](QPushButton* chip, const QVariant& value) {
        for (QAction* action : chip->menu()->actions())
            action->setChecked(action->data() == value);
    };
    const ScaleStep* scale = findScale(catalogue, profile.scale);
    m_scale->setVisible(scale != nullptr);
    if (scale) {
        m_scale->setText(format::text(scale->title));
        m_scale->setAccessibleName(tr("Expected users: %1").arg(format::text(scale->title)));
        tick(m_scale, format::text(scale->id));
    }
    m_validated->setText(!profile.validated   ? tr("Validated with users?")
                         : *profile.validated ? tr("Validated: yes")
                                              : tr("Validated: not yet"));
    tick(m_validated, profile.validated ? QVariant(*profile.validated) : QVariant());
    const auto answered = [](QPushButton* chip, bool is) { // looks as one that is ticked
        chip->setProperty("answered", is);
        chip->update();
    };
    answered(m_validated, profile.validated.has_value());
    answered(m_maintainer, profile.maintainer != Maintainer::unanswered);
    m_maintainer->setText(profile.maintainer == Maintainer::unanswered  ? tr("Who will run it?")
                          : profile.maintainer == Maintainer::onePerson ? tr("Run by: one person")
                                                                        : tr("Run by: a team"));
    tick(m_maintainer, static_cast<int>(profile.maintainer));
    layout()->invalidate();
    updateGeometry();
}

} // namespace trestle
