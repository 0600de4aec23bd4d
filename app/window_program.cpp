#include "app/cli/command_line.h"
#include "app/last_resort.h"
#include "app/window_main.h"
#include "ui/report/drawn_writers.h"

#include <QHashFunctions>
#include <QString>

#include <cstdio>

namespace {

// Qt tells root without a session where its own runtime files go, and of each font that it asks for letters of India
// which the font lacks, before it takes the next; that is of no use to an export.
void tellWhatMatters(QtMsgType, const QMessageLogContext&, const QString& text)
{
    if (!text.startsWith(QLatin1String("QStandardPaths: ")) &&
        !text.trimmed().startsWith(QLatin1String("OpenType support missing")))
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

} // namespace

/// `trestle-window`: the same command line as `trestle`, in the program that has Qt.
int main(int argc, char** argv)
{
    return trestle::runToTheEnd([=] {
        qInstallMessageHandler(tellWhatMatters);
        // Qt writes the fonts of a PDF in hash order; who stops the clock wants the same files.
        if (qEnvironmentVariableIsSet("SOURCE_DATE_EPOCH"))
            QHashSeed::setDeterministicGlobalSeed();
        trestle::cli::Frontend frontend;
        frontend.runWindow = [=]() -> trestle::Result<int> { return trestle::runWindow(argc, argv); };
        frontend.formats = trestle::exportFormats(trestle::drawnWriters());
        return trestle::cli::runCommandLine(argc, argv, frontend);
    });
}
