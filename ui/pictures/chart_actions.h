#pragma once

#include "ui/pictures/chart_picture.h"

#include <QObject>
#include <QPixmap>
#include <QPoint>
#include <QTemporaryDir>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QEvent;
class QMenu;
class QMimeData;
class QMouseEvent;

namespace trestle {

/// What there is to take along of a chart.
struct ChartOffer {
    std::function<bool()> isThere = {};    ///< its figures are; absent: always
    std::function<QString()> subject = {}; ///< what it shows; absent: the frame says it
    std::function<QString()> table = {};   ///< its figures, parted by tabs; absent or empty: none
    std::function<QSizeF()> size;
    std::function<void(QPainter&, const QRectF&, const QPalette&)> paint;
    bool hasMenu = true;                        ///< false: the chart has a menu of its own, which fill() adds to
    std::function<bool(QPoint)> dragsFrom = {}; ///< where a drag takes the picture; absent: anywhere
};

/// Takes a chart along, the same for each of them: copied as a picture or a table, saved as a picture, dragged to
/// another program. A picture is in light colours, whatever the window's, and says what its place adds (ChartHome).
class ChartActions : public QObject {
    Q_OBJECT
public:
    /// Hands a drag to the system; tests look at it instead.
    using Drag = std::function<void(QWidget& from, std::unique_ptr<QMimeData> data, const QPixmap& seen)>;

    ChartActions(QWidget& chart, ChartOffer offer);
    ~ChartActions() override;

    /// Of the chart that has the focus in a window, else of the first that is in sight; null where none is.
    static ChartActions* current(QWidget& window);

    void fill(QMenu& menu);
    void copyPicture();
    void copyTable();
    void savePicture();
    [[nodiscard]] bool isThere() const;
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] QString table() const;
    [[nodiscard]] ChartPicture picture() const;
    /// What a drag carries: the picture as an image, as SVG, and as a file for folders and mail.
    [[nodiscard]] std::unique_ptr<QMimeData> dragged();
    /// A widget in the chart that takes the mouse for it.
    void watch(QWidget& part) { part.installEventFilter(this); }
    void setDrag(Drag drag) { m_drag = std::move(drag); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QString subject() const;
    bool press(const QMouseEvent& event);
    bool move(const QMouseEvent& event);

    QWidget& m_chart;
    ChartOffer m_offer;
    Drag m_drag;
    std::optional<QPoint> m_pressed; ///< where a drag may begin
    std::unique_ptr<QTemporaryDir> m_files;
};

} // namespace trestle
