#include "ui/window/sample_hint.h"

#include "ui/base/settings.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace trestle {

SampleHint::SampleHint(Settings& settings, QWidget* parent) : QFrame(parent), m_settings(settings)
{
    setObjectName(QStringLiteral("sampleHint"));
    setAccessibleName(tr("Three things to try with this sample"));
    auto* steps = new QWidget(this);
    steps->setObjectName(QStringLiteral("sampleHintSteps"));
    auto* flow = new FlowLayout(8);
    steps->setLayout(flow);
    auto* lead = new QLabel(tr("A sample to try things on:"), steps);
    lead->setObjectName(QStringLiteral("sampleHintLead"));
    lead->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    flow->addWidget(lead);
    const auto add = [&](const char* name, const QString& text, const QString& tip, auto signal) {
        auto* button = new QPushButton(text, steps);
        button->setObjectName(QLatin1StringView(name));
        button->setToolTip(tip);
        button->setProperty("link", true);
        button->setProperty("quiet", true);
        flow->addWidget(button);
        connect(button, &QPushButton::clicked, this, signal);
    };
    add("sampleHintTick", tr("1  Tick what you have"), tr("In the checklist: Space puts an item in place"),
        &SampleHint::checklistWanted);
    add("sampleHintSure", tr("2  Look at how sure it is"), tr("The Risk page: every date and amount with its chance"),
        &SampleHint::riskWanted);
    add("sampleHintMove", tr("3  Try the best move, then export"),
        tr("Insights: what would make it sooner or cheaper. Export stands at the top right"),
        &SampleHint::insightsWanted);
    auto* done = new QPushButton(tr("Got it"), this);
    done->setObjectName(QStringLiteral("sampleHintClose"));
    done->setToolTip(tr("Closes this for good (Esc)"));
    connect(done, &QPushButton::clicked, this, &SampleHint::close);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(steps, 1);
    row->addWidget(done, 0, Qt::AlignTop);
    hide();
}

void SampleHint::offer()
{
    setVisible(!m_settings.flag(keys::sampleHintClosed, false));
}

void SampleHint::close()
{
    m_settings.setFlag(keys::sampleHintClosed, true);
    const bool focused = isAncestorOf(window()->focusWidget());
    hide();
    if (focused)
        Q_EMIT checklistWanted();
}

void SampleHint::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void SampleHint::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    shapes::panel(painter, rect(), 8, roleColor(Role::Surface, palette()), roleColor(Role::Accent, palette()));
}

} // namespace trestle
