#include "ui/new_plan/scanned_plan_dialog.h"

#include "ui/base/format.h"
#include "ui/new_plan/new_plan_draft.h"
#include "ui/scan/scan_review.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace trestle {

namespace {

constexpr QSize kScannedSize{980, 680};
constexpr int kLongestPlanName = 200;

std::string planNameOf(const QString& folder)
{
    const QString name = QFileInfo(folder).fileName().left(kLongestPlanName).trimmed();
    return format::utf8(name.isEmpty() ? ScannedPlanDialog::tr("New plan") : name);
}

} // namespace

ScannedPlanDialog::ScannedPlanDialog(std::shared_ptr<const Catalogue> catalogue, Date today, LastScan scan,
                                     QWidget* parent)
    : QDialog(parent), m_scan(std::move(scan)), m_draft(new NewPlanDraft(std::move(catalogue), today, this)),
      m_problem(new QLabel(this)), m_acceptAll(new QPushButton(tr("&Accept all confident and open the plan"), this))
{
    setObjectName(QStringLiteral("scannedPlanDialog"));
    m_draft->edit([&](Inputs& inputs) {
        inputs.name = planNameOf(m_scan.folder);
        proposeScan(m_scan.scan, today, inputs);
    });
    setWindowTitle(tr("Found in %1").arg(QFileInfo(m_scan.folder).fileName()));
    m_review =
        new ScanReview({[this]() -> const Catalogue& { return *m_draft->catalogue(); },
                        [this]() -> const Inputs& { return m_draft->inputs(); }, [this] { return m_draft->today(); },
                        [this](const QString&, const std::function<void(Inputs&)>& change) { m_draft->edit(change); }},
                       this);
    m_review->setLastScan(m_scan);
    connect(m_draft, &NewPlanDraft::changed, this, &ScannedPlanDialog::follow);
    connect(m_review, &ScanReview::evidenceWanted, this, &ScannedPlanDialog::evidenceWanted);
    connect(m_review, &ScanReview::editorWanted, this, &ScannedPlanDialog::editorWanted);

    m_problem->setObjectName(QStringLiteral("scannedPlanProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->setObjectName(QStringLiteral("scannedPlanButtons"));
    auto* open = new QPushButton(tr("&Open the plan"), this);
    open->setObjectName(QStringLiteral("scannedPlanOpen"));
    open->setToolTip(tr("With what was accepted here; the rest can be answered there"));
    open->setAutoDefault(false);
    buttons->addButton(open, QDialogButtonBox::AcceptRole);
    m_acceptAll->setObjectName(QStringLiteral("scannedPlanAcceptAll"));
    m_acceptAll->setToolTip(tr("What is confidently in place or partly, but for items that you set yourself; the rest "
                               "can be answered in the plan"));
    m_acceptAll->setProperty("primary", true);
    m_acceptAll->setDefault(true);
    buttons->addButton(m_acceptAll, QDialogButtonBox::AcceptRole);
    connect(open, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_acceptAll, &QPushButton::clicked, this, [this] {
        m_review->acceptAllConfident();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addWidget(m_review, 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    resize(kScannedSize);
    m_review->list().setFocus();
}

const Inputs& ScannedPlanDialog::inputs() const
{
    return m_draft->inputs();
}

void ScannedPlanDialog::follow()
{
    m_review->refresh();
}

void ScannedPlanDialog::tell(const QString& problem)
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, roleColor(Role::Error, palette()));
    m_problem->setPalette(colors);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace trestle
