#include "ui/insights/insight_section.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

namespace trestle {

namespace {

constexpr std::chrono::milliseconds kPatience{400};
constexpr int kProgressSteps = 100;

} // namespace

InsightSection::InsightSection(const QString& name, const QString& title, QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_title(new QLabel(title, this)), m_sentence(new QLabel(this)),
      m_progress(new QProgressBar(this)), m_stop(new QPushButton(tr("Stop"), this)),
      m_again(new QPushButton(tr("Work it out"), this))
{
    setObjectName(name);
    m_title->setObjectName(name + QStringLiteral("Title"));
    m_sentence->setObjectName(name + QStringLiteral("Sentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel* label : {m_title, m_sentence})
        label->setTextFormat(Qt::PlainText);
    m_progress->setObjectName(name + QStringLiteral("Progress"));
    m_progress->setAccessibleName(tr("%1, progress").arg(title));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, kProgressSteps);
    m_progress->setFixedSize(64, 6);
    m_stop->setObjectName(name + QStringLiteral("Stop"));
    m_stop->setAccessibleName(tr("Stop working out: %1").arg(title));
    m_again->setObjectName(name + QStringLiteral("Again"));
    m_again->setAccessibleName(tr("Work out: %1").arg(title));
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_progress);
    for (QPushButton* button : {m_stop, m_again}) {
        button->setProperty("quiet", true);
        // Shown or not, it keeps its height, so that nothing below moves.
        QSizePolicy keeps = button->sizePolicy();
        keeps.setRetainSizeWhenHidden(button == m_stop);
        button->setSizePolicy(keeps);
        head->addWidget(button);
    }
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_column->addLayout(head);
    m_column->addWidget(m_sentence);

    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] { showWork(true, false); });
    connect(m_stop, &QPushButton::clicked, this, &InsightSection::stopped);
    connect(m_again, &QPushButton::clicked, this, &InsightSection::resumed);
    showWork(false, false);
    applyColours();
}

void InsightSection::setBody(QWidget* body)
{
    m_body = body;
    m_column->addWidget(body);
    body->hide();
}

void InsightSection::showWork(bool progress, bool again)
{
    m_progress->setVisible(progress);
    m_stop->setVisible(progress);
    m_again->setVisible(again);
}

void InsightSection::setPending(bool underWay)
{
    m_pending = true;
    setDimmed(true);
    if (!underWay) {
        m_patience.stop();
        showWork(false, false);
    } else if (!m_patience.isActive() && m_progress->isHidden()) {
        setProgress(0);
        m_patience.start();
    }
}

void InsightSection::setDimmed(bool dimmed)
{
    constexpr double kDimmed = 0.45;
    for (QWidget* widget : {static_cast<QWidget*>(m_sentence), m_body}) {
        if (!widget || (widget->graphicsEffect() != nullptr) == dimmed)
            continue;
        QGraphicsOpacityEffect* effect = nullptr;
        if (dimmed) {
            effect = new QGraphicsOpacityEffect(widget);
            effect->setOpacity(kDimmed);
        }
        widget->setGraphicsEffect(effect);
    }
}

void InsightSection::setProgress(double part)
{
    m_progress->setValue(static_cast<int>(part * kProgressSteps));
}

void InsightSection::setStopped()
{
    m_pending = true;
    m_patience.stop();
    setDimmed(false);
    if (m_body)
        m_body->hide(); // what it shows is of a plan that is no more
    m_sentence->setText(tr("Stopped."));
    showWork(false, true);
}

void InsightSection::setSentence(const QString& sentence, bool showBody)
{
    m_pending = false;
    m_patience.stop();
    showWork(false, false);
    setDimmed(false);
    m_sentence->setText(sentence);
    if (m_body)
        m_body->setVisible(showBody);
}

QString InsightSection::sentence() const
{
    return m_sentence->text();
}

void InsightSection::applyColours()
{
    m_title->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    m_sentence->setFont(scaledFont(font(), TextSize::Small));
    QPalette quiet = m_sentence->palette();
    quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, palette()));
    m_sentence->setPalette(quiet);
    for (QPushButton* button : {m_stop, m_again})
        button->setFont(scaledFont(font(), TextSize::Small));
}

void InsightSection::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

} // namespace trestle
