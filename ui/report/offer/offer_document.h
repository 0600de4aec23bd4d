#pragma once

#include "data/exchange/export_source.h"
#include "data/exchange/proposal/client_document.h"
#include "ui/paper/page_flow.h"
#include "ui/paper/page_frame.h"

#include <QByteArray>

#include <cstddef>
#include <vector>

class QPainter;

namespace trestle {

/// A client's document on pages that can be painted in any order. Units of paper.h.
class OfferDocument {
public:
    OfferDocument(const ClientDocument& content, PaperSize paper);

    [[nodiscard]] std::size_t count() const { return m_pages.size(); }
    void paint(QPainter& painter, std::size_t page) const;

private:
    PageFrame m_frame;
    std::vector<PaintPage> m_pages;
};

/// As a PDF. Fonts must be there; any thread may call.
QByteArray offerPdf(const ClientDocument& content, const ExportSource& source);

} // namespace trestle
