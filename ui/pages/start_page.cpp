#include "ui/pages/start_page.h"

#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPromise>
#include <QPushButton>
#include <QScrollArea>
#include <QThreadPool>
#include <QVBoxLayout>

#include <memory>

namespace trestle {

namespace {

QLabel* makeLabel(const QString& name, const QString& text, const QFont& font, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setFont(font);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// Muted through the palette's placeholder colour, so that it follows the theme.
void mute(QLabel& label)
{
    label.setForegroundRole(QPalette::PlaceholderText);
}

QString shortPath(const QString& path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

QString openName(const QString& name, const QString& headline)
{
    return StartPage::tr("Open %1, %2").arg(name, headline);
}

} // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent), m_news(new Banner(QStringLiteral("startNews"), this)), m_samples(new QMenu(this)),
      m_recentCard(new Card(this)), m_recentRows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("startPage"));
    m_samples->setObjectName(QStringLiteral("startSamples"));
    m_recentCard->setObjectName(QStringLiteral("recentCard"));
    auto* recent = new QVBoxLayout(m_recentCard);
    recent->setContentsMargins(24, 16, 24, 16);
    recent->setSpacing(8);
    recent->addWidget(makeLabel(QStringLiteral("recentHeading"), tr("Recent plans"),
                                scaledFont(font(), TextSize::Heading, QFont::DemiBold), m_recentCard));
    recent->addLayout(m_recentRows);
    m_recentRows->setSpacing(0);

    auto* inner = new QWidget(this);
    inner->setObjectName(QStringLiteral("startColumn"));
    inner->setMaximumWidth(720);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addStretch(1);
    column->addWidget(m_news);
    column->addWidget(makeBeginning());
    column->addWidget(m_recentCard);
    column->addStretch(2);

    auto* centred = new QWidget(this);
    centred->setObjectName(QStringLiteral("startCentre"));
    auto* sides = new QHBoxLayout(centred);
    sides->addStretch(1);
    sides->addWidget(inner, 20);
    sides->addStretch(1);
    auto* scroll = new QScrollArea(this);
    setAccessibleRole(*scroll, QAccessible::Pane);
    scroll->setAccessibleName(tr("Start"));
    scroll->setObjectName(QStringLiteral("startScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(centred);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    m_news->setDismissable();
    connect(&m_asked, &QFutureWatcherBase::finished, this, [this] {
        if (m_asked.future().resultCount() == 0)
            return;
        const QList<RecentNews> all = m_asked.result();
        for (int i = 0; i < all.size() && i < m_recent.size(); ++i)
            if (all[i].plan.path == m_recent[i].path)
                tellNews(all[i], i + 1);
    });
    setRecent({});
}

void StartPage::tell(const QString& text)
{
    m_news->tell(text);
}

QWidget* StartPage::makeBeginning()
{
    auto* card = new Card(this);
    card->setObjectName(QStringLiteral("startCard"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addWidget(makeLabel(QStringLiteral("startTitle"), tr("From a prototype to production"),
                                scaledFont(font(), TextSize::Figure, QFont::DemiBold), card));
    auto* step = makeLabel(
        QStringLiteral("startFirstStep"),
        tr("Start a plan, then tick what your prototype already has, or have its folder scanned for it. Trestle "
           "works out what is left: how many weeks, which dates, how much money, and where every figure "
           "comes from."),
        font(), card);
    mute(*step);
    column->addWidget(step);

    auto* ways = new QWidget(card);
    ways->setObjectName(QStringLiteral("startWays"));
    auto* row = new FlowLayout(8);
    row->setContentsMargins(0, 8, 0, 0);
    ways->setLayout(row);
    const auto add = [&](const QString& name, const QString& text, const QString& tip, auto signal) {
        auto* button = new QPushButton(text, ways);
        button->setObjectName(name);
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, this, signal);
        row->addWidget(button);
        return button;
    };
    QPushButton* make = add(QStringLiteral("startNew"), tr("&New plan…"),
                            tr("Three short steps: what, who builds it, and when"), &StartPage::newWanted);
    make->setProperty("primary", true);
    make->setDefault(true);
    add(QStringLiteral("startScan"), tr("S&can a prototype…"),
        tr("Looks through its folder and proposes what to tick, with the places that speak for it"),
        &StartPage::scanWanted);
    add(QStringLiteral("startOpen"), tr("&Open…"),
        tr("A plan file (.trestle), an exported plan (.json) or MS Project XML (.xml)"), &StartPage::openWanted);
    auto* sample = new QPushButton(tr("Open &sample"), ways);
    sample->setObjectName(QStringLiteral("startSample"));
    sample->setToolTip(tr("A copy of a finished example, for looking around and trying things out"));
    sample->setMenu(m_samples);
    row->addWidget(sample);
    column->addWidget(ways);
    auto* drop = makeLabel(QStringLiteral("startDrop"), tr("Or drop a plan file anywhere on this window."),
                           scaledFont(font(), TextSize::Small), card);
    mute(*drop);
    column->addWidget(drop);
    return card;
}

void StartPage::setRecent(const QList<RecentPlan>& plans)
{
    while (QLayoutItem* item = m_recentRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < plans.size(); ++i)
        m_recentRows->addWidget(makeRecent(plans[i], i + 1));
    m_recentCard->setVisible(!plans.isEmpty());
    m_recent = plans;
    if (isVisible())
        askForNews();
}

void StartPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    askForNews();
}

void StartPage::askForNews()
{
    if (m_recent.isEmpty()) {
        m_asked.setFuture({});
        return;
    }
    const auto promise = std::make_shared<QPromise<QList<RecentNews>>>();
    m_asked.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, plans = m_recent] {
        promise->start();
        promise->addResult(newsOf(plans));
        promise->finish();
    });
}

void StartPage::tellNews(const RecentNews& news, int number)
{
    const auto child = [&](const char* name) { return QLatin1StringView(name) + QString::number(number); };
    auto* button = m_recentCard->findChild<QPushButton*>(child("recent"));
    auto* name = m_recentCard->findChild<QLabel*>(child("recentName"));
    auto* headline = m_recentCard->findChild<QLabel*>(child("recentHeadline"));
    switch (news.kind) {
    case RecentNews::Kind::Current:
        name->setText(news.plan.name);
        headline->setText(news.plan.headline);
        button->setAccessibleName(openName(news.plan.name, news.plan.headline));
        break;
    case RecentNews::Kind::Gone:
        headline->setText(tr("Not found: moved, renamed or deleted"));
        button->setAccessibleName(tr("%1, not found").arg(name->text()));
        m_recentCard->findChild<QPushButton*>(child("recentRemove"))->show();
        break;
    case RecentNews::Kind::Unreadable:
        headline->setText(tr("Cannot be read as it is now; opening it tells why"));
        button->setAccessibleName(tr("%1, cannot be read").arg(name->text()));
        m_recentCard->findChild<QPushButton*>(child("recentRemove"))->show();
        break;
    }
    headline->show();
    button->setMinimumHeight(button->layout()->sizeHint().height());
}

QWidget* StartPage::makeRecent(const RecentPlan& plan, int number)
{
    const QString name = plan.name.isEmpty() ? QFileInfo(plan.path).completeBaseName() : plan.name;
    auto* whole = new QWidget(m_recentCard);
    whole->setObjectName(QStringLiteral("recentRow%1").arg(number));
    auto* button = new QPushButton(whole);
    button->setObjectName(QStringLiteral("recent%1").arg(number));
    button->setProperty("quiet", true);
    button->setAccessibleName(openName(name, plan.headline));
    button->setToolTip(plan.path);
    auto* column = new QVBoxLayout(button);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(2);
    auto* title = makeLabel(QStringLiteral("recentName%1").arg(number), name,
                            scaledFont(font(), TextSize::Body, QFont::DemiBold), button);
    auto* headline = makeLabel(QStringLiteral("recentHeadline%1").arg(number), plan.headline, font(), button);
    auto* path = makeLabel(QStringLiteral("recentPath%1").arg(number), shortPath(plan.path),
                           scaledFont(font(), TextSize::Small), button);
    mute(*path);
    for (QLabel* label : {title, headline, path}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        column->addWidget(label);
    }
    headline->setVisible(!plan.headline.isEmpty());
    button->setMinimumHeight(column->sizeHint().height());
    button->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto wanted = [this, path = plan.path] { Q_EMIT forgetWanted(path); };
    auto* forget = new QAction(tr("Remove from this list"), button);
    connect(forget, &QAction::triggered, this, wanted);
    button->addAction(forget);
    connect(button, &QPushButton::clicked, this, [this, path = plan.path] { Q_EMIT recentWanted(path); });
    auto* remove = new QPushButton(tr("Remove"), whole);
    remove->setObjectName(QStringLiteral("recentRemove%1").arg(number));
    remove->setAccessibleName(tr("Remove %1 from this list").arg(name));
    remove->hide();
    connect(remove, &QPushButton::clicked, this, wanted);
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(button, 1);
    row->addWidget(remove);
    return whole;
}

} // namespace trestle
