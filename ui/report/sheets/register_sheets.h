#pragma once

#include "models/decisions/risk_worth.h"
#include "models/plan/plan.h"
#include "ui/base/text_block.h"

#include <QPalette>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace trestle {

/// "What may happen" on pages: the register of risks as a table, with what each adds to the promise. Units of paper.h.
class RegisterSheets {
public:
    /// `worth`: null leaves out what each adds. `page`: the room on a page.
    RegisterSheets(const Plan& plan, const RegisterWorth* worth, const QPalette& palette, const QRectF& page);

    /// 0 without a risk.
    [[nodiscard]] std::size_t count() const { return m_pages.size(); }
    void paint(QPainter& painter, std::size_t page) const;

private:
    struct Column {
        QString title;
        double width = 0; ///< a part of the page's
        bool right = false;
    };
    struct Line {
        std::vector<QString> cells;
        bool over = false; ///< did not happen: muted
        double height = 0;
    };

    void addLines(const Plan& plan, const RegisterWorth* worth);
    void breakIntoPages();
    [[nodiscard]] TextBlock text(const QString& words, std::size_t column, int weight) const;
    [[nodiscard]] double columnLeft(std::size_t column) const;
    void paintLine(QPainter& painter, const Line& line, double top, bool isHead) const;

    const QPalette& m_palette;
    QRectF m_page;
    std::vector<Column> m_columns;
    QString m_sentence;
    QString m_note;
    Line m_head;
    std::vector<Line> m_lines;
    std::vector<std::size_t> m_pages; ///< the first line of each page
};

} // namespace trestle
