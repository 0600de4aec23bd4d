#include "ui/scenarios/question_panel.h"

#include "models/risk/simulation_inputs.h"
#include "ui/dialogs/form_dialog.h"
#include "ui/format.h"
#include "ui/plan_document.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QDateEdit>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace trestle {

namespace {

constexpr int kFieldWidth = 150;
constexpr int kThousand = 1000;

} // namespace

QuestionPanel::QuestionPanel(PlanDocument& document, const QString& name, const QString& askText, QWidget* parent)
    : QWidget(parent), m_document(document), m_name(name), m_fields(new QGridLayout),
      m_ask(new QPushButton(askText, this)), m_stop(new QPushButton(tr("Stop"), this)),
      m_progress(new QProgressBar(this)), m_status(new QLabel(this)), m_answer(new QVBoxLayout)
{
    setObjectName(name);
    m_ask->setObjectName(name + QStringLiteral("Ask"));
    m_stop->setObjectName(name + QStringLiteral("Stop"));
    m_progress->setObjectName(name + QStringLiteral("Progress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, kThousand);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(8);
    m_status->setObjectName(name + QStringLiteral("Status"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    m_fields->setHorizontalSpacing(12);
    m_fields->setVerticalSpacing(4);

    auto* working = new QHBoxLayout;
    working->setSpacing(12);
    working->addWidget(m_progress, 1);
    working->addWidget(m_stop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(m_fields);
    column->addLayout(working);
    column->addWidget(m_status);
    column->addLayout(m_answer, 1);
    m_answer->setSpacing(12);
    m_progress->hide();
    m_stop->hide();
    m_status->hide();

    connect(m_ask, &QPushButton::clicked, this, &QuestionPanel::ask);
    connect(m_stop, &QPushButton::clicked, this, &QuestionPanel::stop);
    connect(&m_thread, &QuestionThread::progressed, this,
            [this](double part) { m_progress->setValue(static_cast<int>(part * kThousand)); });
    connect(&document, &PlanDocument::planChanged, this, &QuestionPanel::followDocument);
}

void QuestionPanel::addField(const QString& label, QWidget* field, const QString& name)
{
    const int place = m_fields->columnCount() == 1 && m_fields->count() == 0 ? 0 : m_fields->columnCount() - 2;
    auto* text = new QLabel(label, this);
    text->setObjectName(name + QStringLiteral("Label"));
    text->setFont(scaledFont(font(), 0.92));
    text->setForegroundRole(QPalette::PlaceholderText);
    text->setBuddy(field);
    field->setObjectName(name);
    field->setAccessibleName(label);
    field->setMinimumWidth(kFieldWidth);
    m_fields->removeWidget(m_ask);
    m_fields->setColumnStretch(place, 0);
    m_fields->setColumnStretch(place + 1, 0);
    m_fields->addWidget(text, 0, place);
    m_fields->addWidget(field, 1, place);
    m_fields->addWidget(m_ask, 1, place + 1);
    m_fields->setColumnStretch(place + 2, 1);
}

QDateEdit* QuestionPanel::addDate(const QString& label, const QString& name, QDate value)
{
    auto* edit = new QDateEdit(this);
    setUpDateEdit(*edit, value);
    addField(label, edit, name);
    return edit;
}

QSpinBox* QuestionPanel::addMoney(const QString& label, const QString& name, Money value)
{
    auto* box = new QSpinBox(this);
    box->setLocale(format::locale());
    box->setGroupSeparatorShown(true);
    box->setPrefix(QStringLiteral("AUD "));
    box->setRange(0, std::numeric_limits<int>::max());
    box->setSingleStep(5 * kThousand);
    box->setValue(static_cast<int>(std::clamp<std::int64_t>(value.cents / 100, 0, std::numeric_limits<int>::max())));
    addField(label, box, name);
    return box;
}

QSpinBox* QuestionPanel::addPercent(const QString& label, const QString& name, int value)
{
    auto* box = new QSpinBox(this);
    box->setRange(1, 99);
    box->setSuffix(QStringLiteral(" %"));
    box->setValue(value);
    addField(label, box, name);
    box->setMinimumWidth(kFieldWidth / 2);
    return box;
}

QString QuestionPanel::status() const
{
    return m_status->isHidden() ? QString() : m_status->text();
}

void QuestionPanel::ask()
{
    clearAnswer();
    tell({});
    m_answered = false;
    m_scenario = m_document.activeScenario();
    m_asked = simulationInputs(m_document.inputs());
    m_progress->setValue(0);
    m_progress->show();
    m_stop->show();
    start(m_document.plan());
}

void QuestionPanel::stop()
{
    if (!isBusy())
        return;
    m_thread.cancel();
    finish();
    tell(tr("Stopped."));
}

void QuestionPanel::finish()
{
    if (m_stop->hasFocus())
        m_ask->setFocus();
    m_progress->hide();
    m_stop->hide();
}

void QuestionPanel::tellError(const Error& error)
{
    tell(wording::error(error));
}

void QuestionPanel::tell(const QString& text)
{
    m_status->setText(text);
    m_status->setVisible(!text.isEmpty());
}

void QuestionPanel::followDocument()
{
    if (!m_answered && !isBusy())
        return;
    const Result<Inputs> now = inputsOf(m_document.contents(), format::utf8(m_scenario));
    if (now && simulationInputs(*now) == m_asked)
        return;
    m_thread.cancel();
    finish();
    clearAnswer();
    m_answered = false;
    tell(tr("The plan has changed since; ask again."));
}

} // namespace trestle
