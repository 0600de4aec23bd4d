#include "ui/inspector/scope_choice.h"

#include "ui/base/wording.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>
#include <array>

namespace trestle {

namespace {

/// As they stand in the list.
constexpr std::array<std::optional<ItemScope>, 4> kScopes{std::nullopt, ItemScope::phase2, ItemScope::option,
                                                          ItemScope::taken};

} // namespace

ScopeChoice::ScopeChoice(QWidget* parent) : QWidget(parent), m_choices(new QComboBox(this))
{
    setObjectName(QStringLiteral("scopeChoice"));
    m_choices->setObjectName(QStringLiteral("itemScope"));
    m_choices->setAccessibleName(tr("What the client is offered"));
    m_choices->setToolTip(tr("Phase 2 and options are priced apart, in no total, until the client takes them."));
    m_choices->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const std::optional<ItemScope>& scope : kScopes)
        m_choices->addItem(wording::scopeChoice(scope));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_choices);
    connect(m_choices, &QComboBox::activated, this,
            [this](int at) { Q_EMIT chosen(kScopes[static_cast<std::size_t>(at)]); });
}

void ScopeChoice::setScope(std::optional<ItemScope> scope)
{
    m_choices->setCurrentIndex(static_cast<int>(std::ranges::find(kScopes, scope) - kScopes.begin()));
}

} // namespace trestle
