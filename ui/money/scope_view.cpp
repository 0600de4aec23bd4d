#include "ui/money/scope_view.h"

#include "models/money/offer_scope.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"

#include <QCheckBox>
#include <QGridLayout>

namespace trestle {

namespace {

QString titlesOf(const Plan& plan, const std::vector<std::size_t>& items)
{
    QStringList titles;
    for (const std::size_t item : items)
        titles += format::text(plan.items[item].title);
    return titles.join(QStringLiteral(" · "));
}

QString priceOf(const PriceApart& price)
{
    return price.problem ? tr("no price") : format::shownAmount(price.price);
}

} // namespace

ScopeView::ScopeView(PlanDocument& document, QWidget* parent)
    : DressedPart(QStringLiteral("scopeView"), parent), m_document(document), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(2 * kRhythm);
    m_grid->setVerticalSpacing(kHalfRhythm);
    m_grid->setColumnStretch(0, 1);
}

void ScopeView::addRows(std::vector<Entry>& entries, const ItemPrices* prices, ItemScope scope) const
{
    const Plan& plan = m_document.plan();
    for (const auto& [item, of] : plan.inputs.scopes) {
        if (of != scope)
            continue;
        QString price = prices ? QStringLiteral("–") : QStringLiteral("…");
        QString hint;
        if (prices)
            for (const ItemPrice& found : prices->of(scope).items)
                if (found.id == item && found.isAsked) {
                    price = priceOf(found);
                    hint = found.problem ? wording::error(*found.problem) : QString();
                }
        const bool isOption = scope != ItemScope::phase2;
        entries.push_back({isOption ? Look::Option : Look::Words, wording::nodeTitle(plan, item), price, hint, item,
                           scope == ItemScope::taken});
    }
}

std::vector<ScopeView::Entry> ScopeView::entries(const ItemPrices* prices, std::optional<Money> price) const
{
    const Plan& plan = m_document.plan();
    const OfferScope scope = offerScope(plan);
    std::vector<Entry> entries;
    entries.push_back({Look::Title, tr("Scope, AUD ex GST")});
    entries.push_back({Look::Words,
                       scope.included.size() == 1 ? tr("In: 1 item to build")
                                                  : tr("In: %1 items to build").arg(scope.included.size()),
                       price ? format::amount(*price) : QStringLiteral("…")});
    const auto together = [&](ItemScope of) {
        const bool several = prices && prices->of(of).items.size() > 1;
        return several ? tr("together %1").arg(priceOf(prices->of(of).together)) : QString();
    };
    if (!scope.phase2.empty()) {
        entries.push_back({Look::Title, tr("Phase 2: priced apart, in no total"), together(ItemScope::phase2)});
        addRows(entries, prices, ItemScope::phase2);
    }
    const bool anyTaken =
        std::ranges::any_of(plan.inputs.scopes, [](const auto& entry) { return entry.second == ItemScope::taken; });
    if (!scope.options.empty() || anyTaken) {
        entries.push_back({Look::Title, tr("Options: tick what the client takes"), together(ItemScope::option)});
        addRows(entries, prices, ItemScope::option);
        addRows(entries, prices, ItemScope::taken);
    }
    if (!scope.excluded.empty()) {
        entries.push_back({Look::Title, tr("Out")});
        entries.push_back({Look::Words, titlesOf(plan, scope.excluded)});
    }
    if (plan.inputs.scopes.empty())
        entries.push_back({Look::Words, tr("To price an item apart, choose “To the client” in its menu in the "
                                           "checklist: phase 2, or an option that the client may take.")});
    return entries;
}

void ScopeView::refresh(const ItemPrices* prices, std::optional<Money> price)
{
    show(entries(prices, price));
}

void ScopeView::show(const std::vector<Entry>& entries)
{
    QString shape;
    for (const Entry& entry : entries)
        shape += QString::number(static_cast<int>(entry.look)) + format::raw(entry.item) + u';';
    if (shape != m_shape) {
        // A box that was just ticked is one of them.
        for (const auto& [row, price] : m_rows) {
            row->hide();
            row->deleteLater();
            price->hide();
            price->deleteLater();
        }
        m_rows.clear();
        m_shape = shape;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const Entry& entry = entries[i];
            const auto row = static_cast<int>(i);
            QWidget* words = nullptr;
            if (entry.look == Look::Option) {
                auto* box = new QCheckBox(this);
                const QString item = format::raw(entry.item);
                box->setObjectName(QStringLiteral("option-") + item);
                connect(box, &QCheckBox::clicked, this, [this, item](bool taken) {
                    m_document.setItemScope(item, taken ? ItemScope::taken : ItemScope::option);
                });
                words = box;
            } else if (entry.look == Look::Title) {
                words = addTitle(QStringLiteral("scopeTitle%1").arg(i), {});
            } else {
                words = addLabel(QStringLiteral("scopeWords%1").arg(i), {});
            }
            QLabel* price = addLabel(QStringLiteral("scopePrice%1").arg(i), {},
                                     entry.look == Look::Title ? Role::TextMuted : Role::Text);
            price->setWordWrap(false);
            price->setAlignment(Qt::AlignRight | (entry.look == Look::Option ? Qt::AlignVCenter : Qt::AlignTop));
            if (entry.look == Look::Title && i > 0)
                for (QWidget* part : {words, static_cast<QWidget*>(price)})
                    part->setContentsMargins(0, kRhythm, 0, 0);
            m_grid->addWidget(words, row, 0);
            m_grid->addWidget(price, row, 1);
            m_rows.emplace_back(words, price);
        }
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& [words, price] = m_rows[i];
        if (auto* box = qobject_cast<QCheckBox*>(words)) {
            box->setText(entries[i].words);
            box->setChecked(entries[i].isTaken);
        } else if (auto* label = qobject_cast<QLabel*>(words)) {
            label->setText(entries[i].words);
        }
        price->setText(entries[i].price);
        price->setToolTip(entries[i].hint);
        price->setVisible(!entries[i].price.isEmpty());
    }
}

} // namespace trestle
