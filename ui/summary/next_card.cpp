#include "ui/summary/next_card.h"

#include "models/plan/next_item.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_decisions.h"
#include "ui/document/best_move_finder.h"
#include "ui/document/plan_document.h"
#include "ui/summary/next_item_button.h"
#include "ui/summary/summary_card.h"
#include "ui/summary/summary_text.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace trestle {

namespace {

/// "Ana, Ben, Cy", then "Ana and 2 more".
QStringList namesOf(const Plan& plan, const std::vector<std::size_t>& people)
{
    QStringList names;
    for (const std::size_t number : people)
        names += format::text(plan.people[number].name);
    if (names.size() < 2)
        return names;
    return {names.join(NextCard::tr(", ")), NextCard::tr("%1 and %2 more").arg(names.first()).arg(names.size() - 1)};
}

QString inBold(const QString& text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<b>%1</b> ").arg(text.toHtmlEscaped());
}

} // namespace

NextCard::NextCard(PlanDocument& document, QWidget* parent)
    : Card(parent), m_document(document), m_finder(document.bestMove()), m_item(new NextItemButton(this)),
      m_line(new Divider(this)), m_move(new QLabel(this)), m_try(new QPushButton(tr("Try it"), this))
{
    setObjectName(QStringLiteral("nextCard"));
    m_item->setObjectName(QStringLiteral("nextItem"));
    m_line->setObjectName(QStringLiteral("nextLine"));
    m_move->setObjectName(QStringLiteral("bestMove"));
    m_move->setWordWrap(true);
    m_move->setTextFormat(Qt::RichText);
    m_move->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_move->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_try->setObjectName(QStringLiteral("tryMove"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 7, 12, 8);
    column->setSpacing(4);
    column->addWidget(m_item);
    column->addWidget(m_line);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(3, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_move, 1);
    row->addWidget(m_try, 0, Qt::AlignVCenter);
    column->addLayout(row, 1);

    connect(m_item, &NextItemButton::clicked, this, [this] { Q_EMIT itemWanted(m_itemId); });
    connect(m_try, &QPushButton::clicked, this, [this] {
        if (m_finder.best())
            Q_EMIT tryWanted(m_finder.best()->move);
    });
    connect(&document, &PlanDocument::planChanged, this, &NextCard::showItem);
    connect(&document, &PlanDocument::planChanged, this, &NextCard::showMove);
    connect(&m_finder, &BestMoveFinder::changed, this, &NextCard::showMove);
    showItem();
    showMove();
}

QSize NextCard::sizeHint() const
{
    const double scale = SummaryCard::textScale(*this);
    return {static_cast<int>(324 * scale), static_cast<int>(std::lround(SummaryCard::kHeight * scale))};
}

void NextCard::setSecondLine(bool shown)
{
    m_item->setSecondLine(shown);
}

void NextCard::showItem()
{
    const Plan& plan = m_document.plan();
    const auto next = nextItem(plan);
    m_itemId = next ? format::text(next->id) : QString();
    if (!next) {
        m_item->setItem(plan.nothingInScope() ? tr("Nothing in scope") : tr("Nothing left to build"), {},
                        plan.nothingLeft() ? nothingLeftReason(plan) : tr("The likely plan has no work left."));
        return;
    }
    const QString title = wording::nodeTitle(plan, next->id);
    QStringList who = namesOf(plan, next->people);
    for (QString& form : who)
        form = tr("%1 · %2").arg(form, format::shortDateRange(next->first, next->last));
    m_item->setItem(
        title, who,
        tr("%1\n%2\nThe first item that can start now. Click to see it in the plan.").arg(title, who.value(0)));
}

void NextCard::showMove()
{
    const Plan& plan = m_document.plan();
    const bool nothingLeft = plan.nothingLeft();
    m_line->setVisible(!nothingLeft);
    m_move->setVisible(!nothingLeft);
    const bool isKnown = m_finder.state() == BestMoveFinder::State::Ready;
    const std::optional<BestMove>& best = m_finder.best();
    const bool canTry = !nothingLeft && isKnown && best;
    if (canTry || isKnown || nothingLeft)
        m_try->setVisible(canTry); // while it is looked for, the button keeps its place
    else if (m_words.what.isEmpty())
        m_try->hide();
    m_try->setEnabled(canTry || m_try->hasFocus()); // the focus stays where it is
    setDimmed(m_finder.state() == BestMoveFinder::State::Working);
    if (canTry) {
        const QString sentence = moveSentence(plan, *best);
        say(tr("Best move:"), wording::move(plan, best->move), moveEffect(*best));
        m_move->setToolTip(sentence);
        m_try->setToolTip(tr("Puts it into the plan, to be kept or taken back"));
        m_try->setAccessibleName(tr("Try it: %1").arg(sentence));
    } else if (isKnown) {
        say({}, {}, tr("No move saves two days or more"));
        m_move->setToolTip(tr("Looked at: everyone full-time, one more engineer, a better order, leaving items for "
                              "later, and what can be done about risks."));
    } else if (m_finder.state() == BestMoveFinder::State::Failed) {
        say({}, {}, tr("The best move could not be worked out"));
        m_move->setToolTip({});
    } else if (m_words.effect.isEmpty()) {
        say({}, {}, tr("Looking for the best move…"));
    }
}

void NextCard::say(const QString& before, const QString& what, const QString& effect)
{
    m_words = {before, what, effect};
    fitMove();
}

/// As large as fits, and where nothing does, with less of what the move is called.
void NextCard::fitMove()
{
    const int width = m_move->width();
    const int height = m_move->height();
    if (width <= 0)
        return;
    const auto textWith = [&](const QString& what) {
        const QString rest = what.isEmpty() ? m_words.effect : tr("%1: %2").arg(what, m_words.effect);
        return inBold(m_words.before) + rest.toHtmlEscaped();
    };
    const auto fits = [&] { return m_move->heightForWidth(width) <= height; };
    QString what = m_words.what;
    for (const TextSize size : {TextSize::Small, TextSize::Fine}) {
        m_move->setFont(scaledFont(font(), size));
        m_move->setText(textWith(what));
        if (fits())
            return;
    }
    constexpr qsizetype kLeast = 12;
    while (what.size() > kLeast && !fits()) {
        what = what.left(what.size() - 2);
        m_move->setText(textWith(what.trimmed() + u'…'));
    }
}

void NextCard::setDimmed(bool dimmed)
{
    m_isDimmed = dimmed;
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, roleColor(dimmed ? Role::TextMuted : Role::Text, palette));
    m_move->setPalette(palette);
}

void NextCard::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    layout()->activate();
    fitMove();
}

void NextCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setDimmed(m_isDimmed);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        fitMove();
    }
}

} // namespace trestle
