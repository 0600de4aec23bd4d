#include "ui/inspector/state_buttons.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QPushButton>

namespace trestle {

namespace {

const char* explanationOf(ItemState state)
{
    switch (state) {
    case ItemState::missing: return QT_TRANSLATE_NOOP("trestle::StateButtons", "All of it is still to be built.");
    case ItemState::partial:
        return QT_TRANSLATE_NOOP("trestle::StateButtons", "Part of it is in place; half of the work counts as left.");
    case ItemState::done:
        return QT_TRANSLATE_NOOP("trestle::StateButtons", "It does what the explanation says; no work is left.");
    case ItemState::underWay:
        return QT_TRANSLATE_NOOP("trestle::StateButtons", "Somebody is on it; what was spent is taken off.");
    case ItemState::excluded:
        return QT_TRANSLATE_NOOP("trestle::StateButtons", "This product does without it; it leaves the plan.");
    }
    return "";
}

} // namespace

StateButtons::StateButtons(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("stateButtons"));
    setAccessibleName(tr("State of the item"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    int place = 0;
    for (const auto state :
         {ItemState::missing, ItemState::underWay, ItemState::partial, ItemState::done, ItemState::excluded}) {
        auto* button = new QPushButton(format::capitalised(wording::itemState(state)), this);
        button->setObjectName(QStringLiteral("state%1").arg(static_cast<int>(state)));
        button->setCheckable(true);
        button->setProperty("chip", true);
        button->setToolTip(tr(explanationOf(state)));
        m_group->addButton(button, static_cast<int>(state));
        grid->addWidget(button, place / 2, place % 2);
        ++place;
    }
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int state) { Q_EMIT chosen(static_cast<ItemState>(state)); });
}

void StateButtons::setState(std::optional<ItemState> state)
{
    m_group->setExclusive(false); // else one stays checked
    for (QAbstractButton* button : m_group->buttons())
        button->setChecked(state && m_group->id(button) == static_cast<int>(*state));
    m_group->setExclusive(true);
}

} // namespace trestle
