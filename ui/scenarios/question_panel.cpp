#include "ui/scenarios/question_panel.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/theme/theme.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/figure_fields.h"
#include "ui/widgets/flow_layout.h"

#include <QCheckBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr int kFieldWidth = 150;
constexpr int kThousand = 1000;

} // namespace

QuestionPanel::QuestionPanel(PlanDocument& document, const QString& name, const QString& askText, QWidget* parent)
    : QWidget(parent), m_document(document), m_name(name), m_fields(new QWidget(this)),
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
    m_fields->setObjectName(name + QStringLiteral("Fields"));
    m_fields->setLayout(new FlowLayout(12));
    QWidget* above = addCell({}, m_ask);
    above->setObjectName(name + QStringLiteral("AskLabel"));
    above->parentWidget()->setObjectName(name + QStringLiteral("AskCell"));

    auto* working = new QHBoxLayout;
    working->setSpacing(12);
    working->addWidget(m_progress, 1);
    working->addWidget(m_stop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_fields);
    column->addLayout(working);
    column->addWidget(m_status);
    column->addLayout(m_answer, 1);
    column->addStretch(0); // while there is no answer the fields stay at the top
    m_answer->setSpacing(12);
    m_progress->hide();
    m_stop->hide();
    m_status->hide();

    connect(m_ask, &QPushButton::clicked, this, &QuestionPanel::ask);
    connect(m_stop, &QPushButton::clicked, this, &QuestionPanel::stop);
    connect(&m_runner, &QuestionRunner::progressed, this,
            [this](double part) { m_progress->setValue(static_cast<int>(part * kThousand)); });
    connect(&document, &PlanDocument::planChanged, this, &QuestionPanel::followDocument);
    connect(&document, &PlanDocument::riskChanged, this, &QuestionPanel::suggest); // follows planChanged too
}

QWidget* QuestionPanel::addCell(const QString& label, QWidget* field)
{
    auto* cell = new QWidget(m_fields);
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* text = new QLabel(label, cell);
    text->setFont(scaledFont(font(), TextSize::Small));
    text->setForegroundRole(QPalette::PlaceholderText);
    text->setBuddy(field);
    column->addWidget(text);
    column->addWidget(field);
    m_fields->layout()->addWidget(cell);
    return text;
}

// The button stays behind the last field, on screen and for the Tab key.
void QuestionPanel::addField(const QString& label, QWidget* field, const QString& name)
{
    QWidget* button = m_ask->parentWidget();
    m_fields->layout()->removeWidget(button);
    QWidget* text = addCell(label, field);
    text->setObjectName(name + QStringLiteral("Label"));
    text->parentWidget()->setObjectName(name + QStringLiteral("Cell"));
    field->setObjectName(name);
    field->setAccessibleName(label);
    field->setMinimumWidth(kFieldWidth);
    m_fields->layout()->addWidget(button);
    setTabOrder(field, m_ask);
}

void QuestionPanel::follow(QWidget* field, std::function<void()> suggestion)
{
    suggestion();
    m_suggestions.emplace(field, std::move(suggestion));
}

void QuestionPanel::suggest()
{
    for (const auto& [field, suggestion] : m_suggestions)
        suggestion();
}

DateField* QuestionPanel::addDate(const QString& label, const QString& name, std::function<Date()> suggestion)
{
    auto* field = new DateField(name, m_document.today(), this);
    addField(label, field, name);
    follow(field, [this, field, suggestion = std::move(suggestion)] {
        field->setNotBefore(std::min(m_document.plan().startDate, m_document.today()));
        field->setDate(suggestion());
    });
    connect(field, &TypedField::settled, this, [this, field] { keep(field); });
    return field;
}

AmountField* QuestionPanel::addMoney(const QString& label, const QString& name, std::function<Money()> suggestion)
{
    auto* field = new AmountField(name, {}, this);
    addField(label, field, name);
    follow(field, [field, suggestion = std::move(suggestion)] { field->setAmount(suggestion()); });
    connect(field, &TypedField::settled, this, [this, field] { keep(field); });
    return field;
}

QSpinBox* QuestionPanel::addPercent(const QString& label, const QString& name, std::function<int()> suggestion)
{
    auto* box = new QSpinBox(this);
    box->setRange(1, 99);
    box->setSuffix(QStringLiteral(" %"));
    addField(label, box, name);
    box->setMinimumWidth(kFieldWidth / 2);
    follow(box, [box, suggestion = std::move(suggestion)] {
        const QSignalBlocker quiet(box);
        box->setValue(suggestion());
    });
    connect(box, &QSpinBox::valueChanged, this, [this, box] { keep(box); });
    return box;
}

QCheckBox* QuestionPanel::addCheck(const QString& label, const QString& text, const QString& name)
{
    auto* box = new QCheckBox(text, this);
    addField(label, box, name);
    box->setAccessibleName(tr("%1 %2").arg(label, text));
    box->setMinimumHeight(m_ask->sizeHint().height()); // in line with the other fields
    return box;
}

QSpinBox* QuestionPanel::addPercentIfAny(const QString& label, const QString& name, int most)
{
    auto* box = new QSpinBox(this);
    box->setRange(-1, most);
    box->setSuffix(QStringLiteral(" %"));
    box->setSpecialValueText(tr("any"));
    box->setValue(-1);
    addField(label, box, name);
    box->setMinimumWidth(kFieldWidth / 2);
    return box;
}

void QuestionPanel::setOffered(QWidget* field, bool offered)
{
    field->parentWidget()->setVisible(offered);
}

bool QuestionPanel::isOffered(const QWidget* field)
{
    return !field->parentWidget()->isHidden();
}

bool QuestionPanel::settleAll()
{
    TypedField* wrong = settleFields(*this);
    if (!wrong)
        return true;
    tell(wrong->problem());
    wrong->setFocus(Qt::OtherFocusReason);
    wrong->selectAll();
    return false;
}

QString QuestionPanel::status() const
{
    return m_status->isHidden() ? QString() : m_status->text();
}

void QuestionPanel::ask()
{
    if (!settleAll())
        return;
    clearAnswer();
    tell({});
    m_answered = false;
    m_scenario = m_document.activeScenario();
    m_asked = QuestionKey(m_document.plan());
    m_progress->setValue(0);
    m_progress->show();
    m_stop->show();
    start(m_document.sharedPlan());
}

void QuestionPanel::stop()
{
    if (!isBusy())
        return;
    m_runner.cancel();
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
    if (now && QuestionKey(m_document.plan().catalogue, *now) == m_asked && holdsFor(*now))
        return;
    m_runner.cancel();
    finish();
    clearAnswer();
    m_answered = false;
    tell(tr("The plan has changed since; ask again."));
}

} // namespace trestle
