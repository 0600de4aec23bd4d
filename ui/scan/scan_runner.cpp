#include "ui/scan/scan_runner.h"

#include "ui/base/format.h"
#include "ui/questions/question_runner.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace trestle {

namespace {

using namespace std::chrono_literals;

} // namespace

ScanRunner::ScanRunner(ScanFolder scan, QWidget& window)
    : QObject(&window), m_scan(std::move(scan)), m_window(window), m_runner(new QuestionRunner(this))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(500ms);
    connect(&m_patience, &QTimer::timeout, this, &ScanRunner::showProgress);
    m_tick.setInterval(100ms);
    connect(&m_tick, &QTimer::timeout, this, &ScanRunner::followCounts);
}

ScanRunner::~ScanRunner()
{
    m_runner->cancel();
}

void ScanRunner::start(const QString& folder, std::shared_ptr<const Catalogue> catalogue,
                       std::function<void(Result<Scan>)> done)
{
    cancel();
    m_name = QFileInfo(folder).fileName();
    m_counts = std::make_shared<Counts>();
    m_patience.start();
    m_runner->ask(
        [scan = m_scan, counts = m_counts, path = format::utf8(folder),
         catalogue = std::move(catalogue)](const QuestionOptions& options) -> Result<Scan> {
            ScanOptions wanted;
            wanted.stop = options.stop;
            wanted.threads = options.threads;
            wanted.progress = [counts](const ScanProgress& progress) {
                counts->found = progress.filesFound;
                counts->read = progress.filesRead;
            };
            return scan(path, *catalogue, wanted);
        },
        [this, done = std::move(done)](Result<Scan> scan) {
            end();
            done(std::move(scan));
        });
}

void ScanRunner::cancel()
{
    m_runner->cancel();
    end();
}

bool ScanRunner::isBusy() const
{
    return m_runner->isBusy();
}

void ScanRunner::end()
{
    m_patience.stop();
    m_tick.stop();
    if (QDialog* dialog = std::exchange(m_dialog, nullptr)) {
        dialog->hide();
        dialog->deleteLater(); // its own button may lead here
    }
}

void ScanRunner::showProgress()
{
    m_dialog = new QDialog(&m_window);
    m_dialog->setObjectName(QStringLiteral("scanProgressDialog"));
    m_dialog->setWindowTitle(tr("Scan"));
    auto* column = new QVBoxLayout(m_dialog);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    m_label = new QLabel(m_dialog);
    m_label->setObjectName(QStringLiteral("scanProgressText"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_bar = new QProgressBar(m_dialog);
    m_bar->setObjectName(QStringLiteral("scanProgressBar"));
    m_bar->setAccessibleName(tr("Files read"));
    m_bar->setTextVisible(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, m_dialog);
    buttons->setObjectName(QStringLiteral("scanProgressButtons"));
    connect(buttons, &QDialogButtonBox::rejected, m_dialog, &QDialog::reject);
    connect(m_dialog, &QDialog::rejected, this, &ScanRunner::cancel);
    column->addWidget(m_label);
    column->addWidget(m_bar);
    column->addWidget(buttons);
    m_dialog->setMinimumWidth(420);
    followCounts();
    m_dialog->show();
    m_tick.start();
}

void ScanRunner::followCounts()
{
    const auto count = [](std::size_t files) { return format::number(static_cast<double>(files), 0); };
    const std::size_t found = m_counts->found;
    const std::size_t read = m_counts->read;
    m_label->setText(tr("Scanning %1: %2 files found, %3 read").arg(m_name, count(found), count(read)));
    constexpr int kParts = 1000;
    m_bar->setRange(0, read > 0 && found > 0 ? kParts : 0); // without an end as long as none is known
    if (m_bar->maximum() > 0)
        m_bar->setValue(static_cast<int>(std::min(read, found) * kParts / found));
}

} // namespace trestle
